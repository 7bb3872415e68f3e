using System.Security.Cryptography;

namespace QuitteXBot.Core.Sources;

/// <summary>
/// A source that a moderator's quote was made into: its text is that quote alone, because the document itself is not held. It is no document to search in.
/// </summary>
public static class ExcerptSource
{
    public const string Prefix = "m-";

    public static bool IsExcerpt(string sourceId) => sourceId.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>An id that no other has.</summary>
    public static string NewId() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
}
