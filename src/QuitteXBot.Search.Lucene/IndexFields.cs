using Lucene.Net.Util;
using QuitteXBot.Search.Embedded;

namespace QuitteXBot.Search.Lucene;

/// <summary>
/// The fields of an index. Places in <see cref="Text"/> and <see cref="Name"/> are those of <see cref="Embedded.Building.Field"/>, so a phrase stays within
/// the title, the text or one name. Of each, a second field keeps the part that counts less, without places: BM25F needs to know how often a word
/// stands in which, and Lucene's postings tell only how often it stands there at all.
/// </summary>
internal static class IndexFields
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Stems of the title and the text, and the keys of <see cref="IndexKeys"/>.</summary>
    public const string Text = "text";

    /// <summary>Those of the title, and the keys that stand there.</summary>
    public const string Title = "title";

    /// <summary>Words of the names of organisation, speaker and outlet.</summary>
    public const string Name = "name";

    public const string Outlet = "outlet";

    /// <summary>Every word that some document has, in one document of its own behind all others: for words being typed, and mistyped.</summary>
    public const string Word = "word";

    /// <summary>Document value: the id's UTF-8 bytes.</summary>
    public const string Id = "id";

    /// <summary>Document value: a <see cref="Core.Searching.DocumentKind"/>.</summary>
    public const string Kind = "kind";

    /// <summary>Document value: how many words the text has.</summary>
    public const string Length = "length";

    /// <summary>Commit data: the vocabulary of reasons that the index was built with.</summary>
    public const string Vocabulary = "vocabulary";

    /// <summary>Commit data: the words of all texts.</summary>
    public const string TotalLength = "totalLength";

    // Lucene takes terms of 32,766 bytes of UTF-8 at most.
    private const int LongestKey = 8_000;

    /// <summary>The term that a key of any length is indexed by.</summary>
    public static string Term(string key) =>
        key.Length <= LongestKey ? key : string.Concat(key.AsSpan(0, LongestKey), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key))));
}
