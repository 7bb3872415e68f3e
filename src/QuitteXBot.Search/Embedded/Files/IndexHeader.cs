using System.Buffers.Binary;

namespace QuitteXBot.Search.Embedded.Files;

/// <summary>The first <see cref="Size"/> bytes of an index file: what it is, how much it holds, where each <see cref="Section"/> lies, and their checksums.</summary>
internal sealed class IndexHeader
{
    public const int Size = 512;

    /// <summary>Raised whenever the meaning of a byte changes; an older file is built anew, never guessed at.</summary>
    public const int FormatVersion = 1;

    private const int TableStart = 40;
    private const int TableEntry = 24;

    private static ReadOnlySpan<byte> Magic => "QXINDEX\n"u8;

    // Fields, here and in the types that a search works with: at a cold start each property costs as much as a small search.
    public readonly SectionEntry[] Sections = new SectionEntry[(int)Section.Count];
    public int Documents;
    public int Statements;
    public int Words;
    public int Lists;
    public int Blocks;

    public void Write(Span<byte> bytes)
    {
        bytes.Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], Documents);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], Statements);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[20..], Words);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], Lists);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[28..], Blocks);
        for (var i = 0; i < Sections.Length; i++)
        {
            var entry = bytes[(TableStart + (i * TableEntry))..];
            BinaryPrimitives.WriteInt64LittleEndian(entry, Sections[i].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], Sections[i].Length);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[16..], Sections[i].Checksum);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(Size - 4)..], Checksum.Of(bytes[..(Size - 4)]));
    }

    /// <exception cref="InvalidDataException">It is no index, of another version, or damaged.</exception>
    public static IndexHeader Read(ReadOnlySpan<byte> bytes, long fileLength)
    {
        if (bytes.Length < Size || !bytes.StartsWith(Magic))
            throw new InvalidDataException("This is no index of the embedded search engine.");
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) is var version && version != FormatVersion)
            throw new InvalidDataException($"The index has format {version}, this program reads {FormatVersion}: run reindex.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[(Size - 4)..]) != Checksum.Of(bytes[..(Size - 4)]))
            throw new InvalidDataException("The index's header is damaged: run reindex.");
        var header = new IndexHeader
        {
            Documents = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            Statements = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]),
            Words = BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]),
            Lists = BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]),
            Blocks = BinaryPrimitives.ReadInt32LittleEndian(bytes[28..]),
        };
        for (var i = 0; i < header.Sections.Length; i++)
        {
            var entry = bytes[(TableStart + (i * TableEntry))..];
            var offset = BinaryPrimitives.ReadInt64LittleEndian(entry);
            var length = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
            if (offset < Size || offset % 8 != 0 || length is < 0 or > int.MaxValue || offset + length > fileLength)
                throw new InvalidDataException("The index file is shorter than its header says: run reindex.");
            header.Sections[i].Offset = offset;
            header.Sections[i].Length = length;
            header.Sections[i].Checksum = BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]);
        }

        return header;
    }
}

/// <summary>Where a section lies in the file.</summary>
internal struct SectionEntry
{
    public long Offset;
    public long Length;
    public uint Checksum;
}
