using System.Text;

namespace QuitteXBot.Storage.Sqlite.Writing;

internal static class SourceTexts
{
    /// <summary>Whether UTF-8 can write it: it has no half of a surrogate pair.</summary>
    public static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var index)
        {
            if (Rune.DecodeFromUtf16(rest[index..], out _, out _) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[(index + 2)..];
        }

        return true;
    }
}
