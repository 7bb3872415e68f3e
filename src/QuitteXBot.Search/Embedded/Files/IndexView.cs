namespace QuitteXBot.Search.Embedded.Files;

/// <summary>The sections of an open index file as spans: every access is checked against their bounds, damaged or not.</summary>
internal readonly ref struct IndexView(IndexFile file)
{
    public readonly IndexHeader Header = file.Header;
    public readonly ReadOnlySpan<byte> Postings = file.Values<byte>(Section.Postings);
    public readonly ReadOnlySpan<byte> WordBytes = file.Values<byte>(Section.WordBytes);
    public readonly ReadOnlySpan<int> WordOffsets = file.Values<int>(Section.WordOffsets);
    public readonly ReadOnlySpan<int> WordStems = file.Values<int>(Section.WordStems);
    public readonly ReadOnlySpan<int> WordTextLists = file.Values<int>(Section.WordTextLists);
    public readonly ReadOnlySpan<int> WordNameLists = file.Values<int>(Section.WordNameLists);
    public readonly ReadOnlySpan<uint> WordSignatures = file.Values<uint>(Section.WordSignatures);
    public readonly ReadOnlySpan<int> ListFrequencies = file.Values<int>(Section.ListFrequencies);
    public readonly ReadOnlySpan<int> ListFirstBlocks = file.Values<int>(Section.ListFirstBlocks);
    public readonly ReadOnlySpan<int> BlockLastDocuments = file.Values<int>(Section.BlockLastDocuments);
    public readonly ReadOnlySpan<uint> BlockOffsets = file.Values<uint>(Section.BlockOffsets);
    public readonly ReadOnlySpan<byte> BlockImpacts = file.Values<byte>(Section.BlockImpacts);
    public readonly ReadOnlySpan<byte> BlockWidths = file.Values<byte>(Section.BlockWidths);
    public readonly ReadOnlySpan<byte> DocumentKinds = file.Values<byte>(Section.DocumentKinds);
    public readonly ReadOnlySpan<byte> DocumentIdBytes = file.Values<byte>(Section.DocumentIdBytes);
    public readonly ReadOnlySpan<int> DocumentIdOffsets = file.Values<int>(Section.DocumentIdOffsets);

    public ReadOnlySpan<byte> Word(int word) => WordBytes[WordOffsets[word]..WordOffsets[word + 1]];

    public ReadOnlySpan<byte> DocumentId(int document) => DocumentIdBytes[DocumentIdOffsets[document]..DocumentIdOffsets[document + 1]];

    /// <summary>The word's number, or -1.</summary>
    public int FindWord(ReadOnlySpan<byte> utf8)
    {
        var index = FirstNotBefore(utf8);
        return index < Header.Words && Word(index).SequenceEqual(utf8) ? index : -1;
    }

    /// <summary>The first word that does not sort before the given bytes; the number of words where there is none.</summary>
    public int FirstNotBefore(ReadOnlySpan<byte> utf8)
    {
        var low = 0;
        var high = Header.Words;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Word(middle).SequenceCompareTo(utf8) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
