using System.Buffers.Binary;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>What choosing between organisations needs, 12 bytes each, so that none is decoded for it.</summary>
/// <param name="Population">Inhabitants; 0 where unknown.</param>
/// <param name="Departement">The département that it lies in, packed; 0 where unknown. A département lies in itself.</param>
/// <param name="Region">The région that it lies in, packed; 0 where unknown. A région lies in itself.</param>
internal readonly record struct OrganisationFacts(int Population, ushort Departement, ushort Region, OrganisationKind Kind, bool HasRecords)
{
    public const int Length = 12;

    public static OrganisationFacts Of(Organisation organisation, bool hasRecords) => new(
        Math.Max(0, organisation.Population ?? 0),
        Pack(organisation.Kind == OrganisationKind.Departement ? organisation.Code : organisation.DepartementCode),
        Pack(organisation.Kind == OrganisationKind.Region ? organisation.Code : organisation.RegionCode),
        organisation.Kind,
        hasRecords);

    public static OrganisationFacts Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
        (OrganisationKind)bytes[8],
        bytes[9] != 0);

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Population);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], Departement);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], Region);
        bytes[8] = (byte)Kind;
        bytes[9] = HasRecords ? (byte)1 : (byte)0;
    }

    // A code of three letters or figures at most as a number; 0 for none.
    private static ushort Pack(string? code)
    {
        if (code is null or { Length: 0 or > 3 })
            return 0;
        var packed = 0;
        foreach (var unit in code)
        {
            if (!char.IsAsciiLetterOrDigit(unit))
                return 0;
            packed = (packed * 37) + (char.IsAsciiDigit(unit) ? unit - '0' + 1 : char.ToLowerInvariant(unit) - 'a' + 11);
        }

        return (ushort)packed;
    }
}
