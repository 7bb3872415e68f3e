namespace QuitteXBot.Core.Searching;

/// <summary>
/// Makes the part of a long text that answers a search. Cuts only at sentence ends, or between words where a sentence is too long,
/// never drops part of a negation, keeps order, and shows each cut as <c>[…]</c>. What stands between the marks is verbatim.
/// </summary>
public interface ISnippeter
{
    /// <param name="maximumLength">UTF-16 units, marks included; at least 40.</param>
    string Snippet(string text, string query, int maximumLength);
}
