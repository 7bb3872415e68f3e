using System.Runtime.InteropServices;
using QuitteXBot.Search.Embedded.Building;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Goes through the blocks of a list (see <see cref="PostingWriter"/> for their form).</summary>
/// <param name="documents">Room for the documents of one block: <see cref="PostingWriter.BlockLength"/>.</param>
internal ref struct PostingBlocks(IndexView view, int list, Span<int> documents)
{
    private readonly IndexView view = view;
    private readonly Span<int> documents = documents;
    private readonly int firstBlock = view.ListFirstBlocks[list];
    private readonly int endBlock = view.ListFirstBlocks[list + 1];
    private readonly int frequency = view.ListFrequencies[list];
    private int block = view.ListFirstBlocks[list] - 1;

    /// <summary>How many documents the block has.</summary>
    public int Count;

    public ReadOnlySpan<byte> Impacts;

    /// <summary>The block's last document, by the directory: reading goes on behind it even where the block itself is damaged.</summary>
    public readonly int Last => view.BlockLastDocuments[block];

    /// <summary>The block's documents, rising.</summary>
    public readonly ReadOnlySpan<int> Documents => documents[..Count];

    /// <summary>The places of the block's documents.</summary>
    public readonly PlaceReader Places =>
        new(view.Postings[(int)(view.BlockOffsets[block] + (Count * (view.BlockWidths[block] + 1)))..]);

    /// <summary>Reads the next block; false behind the last.</summary>
    public bool Next()
    {
        if (block + 1 >= endBlock)
            return false;
        block++;
        Decode();
        return true;
    }

    /// <summary>Reads the next block that has an impact above the given one; false where none has.</summary>
    public bool NextAbove(int impact)
    {
        do
        {
            if (block + 1 >= endBlock)
                return false;
            block++;
        }
        while (view.BlockImpacts[block] <= impact);

        Decode();
        return true;
    }

    /// <summary>Reads the first block, from the present one on, whose last document is not before the given one; false where none is left.</summary>
    public bool MoveTo(int document)
    {
        var last = view.BlockLastDocuments;
        if (block >= firstBlock && last[block] >= document)
            return true;
        var low = block + 1;
        var step = 1;
        while (low + step < endBlock && last[low + step - 1] < document)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, endBlock);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (last[middle] < document)
                low = middle + 1;
            else
                high = middle;
        }

        if (low >= endBlock)
            return false;
        block = low;
        Decode();
        return true;
    }

    private void Decode()
    {
        Count = block == endBlock - 1 ? frequency - ((endBlock - 1 - firstBlock) * PostingWriter.BlockLength) : PostingWriter.BlockLength;
        var width = view.BlockWidths[block];
        var bytes = view.Postings.Slice((int)view.BlockOffsets[block], Count * (width + 1));
        Impacts = bytes[(Count * width)..];
        var target = documents[..Count];
        var document = block == firstBlock ? -1 : view.BlockLastDocuments[block - 1];
        if (width == 1)
        {
            for (var i = 0; i < target.Length; i++)
            {
                document += bytes[i];
                target[i] = document;
            }
        }
        else if (width == 2)
        {
            for (var i = 0; i < target.Length; i++)
            {
                document += bytes[i * 2] | (bytes[(i * 2) + 1] << 8);
                target[i] = document;
            }
        }
        else
        {
            for (var i = 0; i < target.Length; i++)
            {
                document += MemoryMarshal.Read<int>(bytes[(i * 4)..]);
                target[i] = document;
            }
        }
    }
}
