using System.Runtime.InteropServices;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded.Building;

/// <summary>
/// Writes lists in blocks of <see cref="BlockLength"/> documents: first each document's distance from the one before, all 1, 2 or 4 bytes wide,
/// then each one's impact, a byte, then how many bytes each one's places take, a byte (255 stands for the number that the places then begin with),
/// then the places: their distances, 7 bits a byte.
/// </summary>
internal sealed class PostingWriter(IndexFileWriter file)
{
    public const int BlockLength = 128;

    /// <summary>Bytes for each document beside its number: impact and length of the places.</summary>
    public const int BytesPerDocument = 2;

    public const byte LongPlaces = 255;

    private readonly int[] deltas = new int[BlockLength];
    private readonly byte[] impacts = new byte[BlockLength];
    private readonly byte[] lengths = new byte[BlockLength];
    private readonly List<byte> places = [];
    private readonly List<int> frequencies = [];
    private readonly List<int> firstBlocks = [];
    private readonly List<int> lastDocuments = [];
    private readonly List<uint> offsets = [];
    private readonly List<byte> highestImpacts = [];
    private readonly List<byte> widths = [];
    private uint written;
    private int count;
    private int last;
    private int frequency;

    public void BeginList()
    {
        firstBlocks.Add(lastDocuments.Count);
        last = -1;
        frequency = 0;
    }

    public void Add(int document, byte impact, List<int> positions)
    {
        deltas[count] = document - last;
        impacts[count] = impact;
        last = document;
        frequency++;
        WritePlaces(positions);

        if (++count == BlockLength)
            WriteBlock();
    }

    /// <returns>The list's number.</returns>
    public int EndList()
    {
        if (count > 0)
            WriteBlock();
        frequencies.Add(frequency);
        return frequencies.Count - 1;
    }

    public void WriteDirectory()
    {
        firstBlocks.Add(lastDocuments.Count);
        file.WriteSection<int>(Section.ListFrequencies, CollectionsMarshal.AsSpan(frequencies));
        file.WriteSection<int>(Section.ListFirstBlocks, CollectionsMarshal.AsSpan(firstBlocks));
        file.WriteSection<int>(Section.BlockLastDocuments, CollectionsMarshal.AsSpan(lastDocuments));
        file.WriteSection<uint>(Section.BlockOffsets, CollectionsMarshal.AsSpan(offsets));
        file.WriteSection<byte>(Section.BlockImpacts, CollectionsMarshal.AsSpan(highestImpacts));
        file.WriteSection<byte>(Section.BlockWidths, CollectionsMarshal.AsSpan(widths));
        file.Header.Lists = frequencies.Count;
        file.Header.Blocks = lastDocuments.Count;
    }

    private void WriteBlock()
    {
        var block = deltas.AsSpan(0, count);
        var widest = 0;
        foreach (var delta in block)
            widest |= delta;
        byte width = widest < 1 << 8 ? (byte)1 : widest < 1 << 16 ? (byte)2 : (byte)4;
        Span<byte> bytes = stackalloc byte[BlockLength * 4];
        for (var i = 0; i < count; i++)
        {
            if (width == 1)
                bytes[i] = (byte)block[i];
            else if (width == 2)
                BitConverter.TryWriteBytes(bytes[(i * 2)..], (ushort)block[i]);
            else
                BitConverter.TryWriteBytes(bytes[(i * 4)..], block[i]);
        }

        byte highest = 0;
        foreach (var impact in impacts.AsSpan(0, count))
            highest = Math.Max(highest, impact);
        lastDocuments.Add(last);
        offsets.Add(written);
        highestImpacts.Add(highest);
        widths.Add(width);
        Write(bytes[..(count * width)]);
        Write(impacts.AsSpan(0, count));
        Write(lengths.AsSpan(0, count));
        Write(CollectionsMarshal.AsSpan(places));
        places.Clear();
        count = 0;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        file.Write(bytes);
        written = checked(written + (uint)bytes.Length);
    }

    private void WritePlaces(List<int> positions)
    {
        var start = places.Count;
        var before = -1;
        foreach (var position in positions)
        {
            WriteNumber((uint)(position - before));
            before = position;
        }

        var length = places.Count - start;
        lengths[count] = (byte)Math.Min(length, LongPlaces);
        if (length >= LongPlaces)
            places.InsertRange(start, BitConverter.GetBytes(length));
    }

    private void WriteNumber(uint number)
    {
        while (number >= 0x80)
        {
            places.Add((byte)(number | 0x80));
            number >>= 7;
        }

        places.Add((byte)number);
    }
}
