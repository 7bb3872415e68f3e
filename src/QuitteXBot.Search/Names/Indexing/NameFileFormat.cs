using System.Buffers.Binary;
using System.Numerics;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>
/// The layout of names.bin, little-endian: magic, format version, number of sections, length of the file, checksum of the sections;
/// then offset and length of each section; then the sections, each aligned to 4 bytes.
/// </summary>
internal static class NameFileFormat
{
    /// <summary>Raised with every change of the layout or of the folding, for either makes older files misread.</summary>
    public const uint Version = 1;

    public const int PreambleLength = 32;

    public const int SectionCount = (int)Section.OrdinaryWords + 1;

    public static int HeaderLength => PreambleLength + (8 * SectionCount);

    public static ReadOnlySpan<byte> Magic => "QXNAMES\n"u8;

    /// <summary>Tells accidental damage, not malice. The section table is covered too.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> content)
    {
        var sum = 0x9E3779B97F4A7C15UL ^ (ulong)content.Length;
        while (content.Length >= 8)
        {
            sum = BitOperations.RotateLeft(sum ^ BinaryPrimitives.ReadUInt64LittleEndian(content), 29) * 0xBF58476D1CE4E5B9UL;
            content = content[8..];
        }

        foreach (var unit in content)
            sum = BitOperations.RotateLeft(sum ^ unit, 29) * 0xBF58476D1CE4E5B9UL;
        return sum ^ (sum >> 31);
    }
}

/// <summary>The parts of names.bin, in the order in which they are stored.</summary>
internal enum Section
{
    /// <summary>Where each organisation's record begins, and the end: ordered by id.</summary>
    RecordOffsets,
    Records,

    /// <summary><see cref="OrganisationFacts"/> of each organisation.</summary>
    Facts,

    /// <summary>Organisations, those with records first, then by population.</summary>
    Ranking,

    /// <summary>Where each key begins, and the end: ordered by their bytes.</summary>
    KeyOffsets,
    Keys,

    /// <summary>The first form of each key, and the end.</summary>
    KeyForms,

    /// <summary>The organisation of each form, with its role in the upper 8 bits.</summary>
    Forms,
    FormTextOffsets,
    FormTexts,

    /// <summary>Keys of names by their length, and where each length begins: what a search for typing errors goes through.</summary>
    LengthStarts,
    KeysByLength,
    Signatures,

    /// <summary>Hash of a phonetic code and its key, ordered.</summary>
    Phonetics,

    /// <summary>Beginnings of words in forms, ordered by what follows: form in the upper 24 bits, place of the word in the lower 8.</summary>
    WordStarts,
    OrdinaryWordOffsets,
    OrdinaryWords,
}
