using System.Buffers.Binary;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>names.bin in memory, searched where it lies: opening reads the file and its header, nothing else.</summary>
internal sealed class NameFile
{
    private readonly byte[] _content;
    private readonly int[] _sections;

    // Decoded once: the same organisation is the same object.
    private Organisation?[]? _decoded;

    private NameFile(byte[] content, int[] sections) => (_content, _sections) = (content, sections);

    public int OrganisationCount => Bytes(Section.Facts).Length / OrganisationFacts.Length;

    public NumberTable Ranking => Numbers(Section.Ranking);

    public StringTable Keys => new(Bytes(Section.KeyOffsets), Bytes(Section.Keys));

    public NumberTable LengthStarts => Numbers(Section.LengthStarts);

    public NumberTable KeysByLength => Numbers(Section.KeysByLength);

    public NumberTable Signatures => Numbers(Section.Signatures);

    public NumberTable Phonetics => Numbers(Section.Phonetics);

    public NumberTable WordStarts => Numbers(Section.WordStarts);

    public StringTable OrdinaryWords => new(Bytes(Section.OrdinaryWordOffsets), Bytes(Section.OrdinaryWords));

    private StringTable FormTexts => new(Bytes(Section.FormTextOffsets), Bytes(Section.FormTexts));

    /// <exception cref="InvalidDataException">It is no such file, of another version, or cut short.</exception>
    public static NameFile Read(byte[] content)
    {
        ReadOnlySpan<byte> all = content;
        if (all.Length < NameFileFormat.HeaderLength || !all.StartsWith(NameFileFormat.Magic))
            throw new InvalidDataException("This is no file of organisation names.");
        var version = BinaryPrimitives.ReadUInt32LittleEndian(all[8..]);
        if (version != NameFileFormat.Version)
            throw new InvalidDataException($"The file of organisation names has format {version}, this program reads {NameFileFormat.Version}: run reindex.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(all[12..]) != NameFileFormat.SectionCount
            || BinaryPrimitives.ReadUInt64LittleEndian(all[16..]) != (ulong)all.Length)
            throw new InvalidDataException("The file of organisation names is cut short or damaged: run reindex.");

        // Offset and length of each, one after the other.
        var sections = new int[2 * NameFileFormat.SectionCount];
        for (var index = 0; index < NameFileFormat.SectionCount; index++)
        {
            var entry = all[(NameFileFormat.PreambleLength + (8 * index))..];
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(entry);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]);
            if (offset % 4 != 0 || (ulong)offset + length > (ulong)all.Length)
                throw new InvalidDataException("The file of organisation names is damaged: run reindex.");
            sections[2 * index] = (int)offset;
            sections[(2 * index) + 1] = (int)length;
        }

        return new NameFile(content, sections);
    }

    /// <summary>Compares the whole content with its checksum.</summary>
    public bool IsIntact() =>
        NameFileFormat.Checksum(_content.AsSpan(NameFileFormat.PreambleLength)) == BinaryPrimitives.ReadUInt64LittleEndian(_content.AsSpan(24));

    public OrganisationFacts Facts(int organisation) => OrganisationFacts.Read(Bytes(Section.Facts)[(OrganisationFacts.Length * organisation)..]);

    /// <summary>Whose form it is.</summary>
    public int FormOrganisation(int form) => (int)(Numbers(Section.Forms)[form] & 0xFFFFFF);

    public FormRole FormRole(int form) => (FormRole)(Numbers(Section.Forms)[form] >> 24);

    /// <summary>The first form of a key; those of the next key follow.</summary>
    public int FirstForm(int key) => (int)Numbers(Section.KeyForms)[key];

    public ReadOnlySpan<byte> FormText(int form) => FormTexts[form];

    public Organisation Organisation(int index)
    {
        var decoded = _decoded ?? Interlocked.CompareExchange(ref _decoded, new Organisation?[OrganisationCount], null) ?? _decoded;
        return decoded[index] ?? Interlocked.CompareExchange(ref decoded[index], OrganisationRecord.Read(Record(index)), null) ?? decoded[index]!;
    }

    /// <summary>The organisation of that id, or -1.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        var low = 0;
        var high = OrganisationCount;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var order = OrganisationRecord.ReadId(Record(middle)).SequenceCompareTo(id);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return -1;
    }

    private ReadOnlySpan<byte> Record(int index)
    {
        var offsets = Numbers(Section.RecordOffsets);
        return Bytes(Section.Records)[(int)offsets[index]..(int)offsets[index + 1]];
    }

    private ReadOnlySpan<byte> Bytes(Section section)
    {
        var index = 2 * (int)section;
        return new ReadOnlySpan<byte>(_content, _sections[index], _sections[index + 1]);
    }

    private NumberTable Numbers(Section section) => new(Bytes(section));
}
