using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>Looks up beginnings of words in the names.</summary>
internal static class WordStarts
{
    /// <summary>Whether some name has that word.</summary>
    public static bool HasWord(NameFile file, ReadOnlySpan<byte> word)
    {
        if (End(file, word, out var from) == from)
            return false;
        var following = Following(file, from);
        return following.Length == word.Length || following[word.Length] == ' ';
    }

    /// <summary>The part of the table whose entries begin with the prefix: up to what is returned.</summary>
    public static int End(NameFile file, ReadOnlySpan<byte> prefix, out int from)
    {
        var low = 0;
        var high = file.WordStarts.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Following(file, middle).SequenceCompareTo(prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        from = low;
        high = file.WordStarts.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Following(file, middle).StartsWith(prefix))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // The name from that word on.
    private static ReadOnlySpan<byte> Following(NameFile file, int index)
    {
        var start = file.WordStarts[index];
        return file.FormText((int)(start >> 8))[(int)(start & 0xFF)..];
    }
}
