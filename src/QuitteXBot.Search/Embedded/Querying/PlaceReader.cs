using System.Buffers.Binary;
using QuitteXBot.Search.Embedded.Building;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Reads the places of a block's documents, one document after the other (see <see cref="PostingWriter"/> for their form).</summary>
/// <param name="bytes">The lengths, then the places.</param>
/// <param name="documents">How many documents the block has.</param>
internal ref struct PlaceReader(ReadOnlySpan<byte> bytes, int documents)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int document;
    private int at = documents;
    private int end = documents;
    private int place;

    /// <summary>Begins the next document's places.</summary>
    public void Begin()
    {
        at = end;
        place = -1;
        int length = bytes[document++];
        if (length == PostingWriter.LongPlaces)
        {
            length = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
            at += sizeof(int);
        }

        end = at + length;
    }

    /// <summary>Passes documents over, up to the one of that number in the block.</summary>
    public void SkipTo(int next)
    {
        while (document < next)
        {
            int length = bytes[document++];
            end += length == PostingWriter.LongPlaces ? BinaryPrimitives.ReadInt32LittleEndian(bytes[end..]) + sizeof(int) : length;
        }
    }

    /// <summary>The next place of the document that was begun; false behind the last.</summary>
    public bool Next(out int next)
    {
        if (at >= end)
        {
            next = -1;
            return false;
        }

        int value = bytes[at++];
        var number = value & 0x7F;
        for (var shift = 7; value >= 0x80; shift += 7)
        {
            value = bytes[at++];
            number |= (value & 0x7F) << shift;
        }

        next = place += number;
        return true;
    }
}
