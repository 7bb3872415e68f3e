using Lucene.Net.Index;
using Lucene.Net.Util;

namespace QuitteXBot.Search.Lucene.Querying;

/// <summary>The documents that have a term.</summary>
/// <param name="IsName">Whether the term is of <see cref="IndexFields.Name"/>, or of <see cref="IndexFields.Text"/>.</param>
/// <param name="Frequency">How many documents have it.</param>
/// <param name="State">Where Lucene found it, so that it is not looked up again.</param>
internal sealed record WordList(bool IsName, BytesRef Term, int Frequency, TermState State)
{
    public string Field => IsName ? IndexFields.Name : IndexFields.Text;

    /// <summary>The field of the occurrences that count less.</summary>
    public string MinorField => IsName ? IndexFields.Outlet : IndexFields.Title;
}
