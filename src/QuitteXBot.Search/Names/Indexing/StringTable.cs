namespace QuitteXBot.Search.Names.Indexing;

/// <summary>Sorted byte strings in two sections of the file: where each begins, and the strings themselves.</summary>
internal readonly ref struct StringTable(ReadOnlySpan<byte> offsets, ReadOnlySpan<byte> strings)
{
    private readonly NumberTable _offsets = new(offsets);
    private readonly ReadOnlySpan<byte> _strings = strings;

    public int Count => Math.Max(0, _offsets.Count - 1);

    public ReadOnlySpan<byte> this[int index] => _strings[(int)_offsets[index]..(int)_offsets[index + 1]];

    /// <summary>The string's place, or -1.</summary>
    public int Find(ReadOnlySpan<byte> wanted)
    {
        var at = LowerBound(wanted, 0, Count);
        return at < Count && this[at].SequenceEqual(wanted) ? at : -1;
    }

    /// <summary>The first place, from <paramref name="low"/> up to <paramref name="high"/>, whose string is not before the wanted one.</summary>
    public int LowerBound(ReadOnlySpan<byte> wanted, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].SequenceCompareTo(wanted) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The first place after those whose string begins with <paramref name="prefix"/>.</summary>
    public int PrefixEnd(ReadOnlySpan<byte> prefix, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var text = this[middle];
            if (text.StartsWith(prefix) || text.SequenceCompareTo(prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
