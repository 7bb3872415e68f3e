using System.Collections.Immutable;
using System.Text;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>An organisation as it is stored: lengths as variable-length numbers, texts as UTF-8. A length of 0 stands for null.</summary>
internal static class OrganisationRecord
{
    public static void Write(BinaryWriter writer, Organisation organisation)
    {
        WriteText(writer, organisation.Id);
        writer.Write((byte)organisation.Kind);
        WriteText(writer, organisation.Name);
        WriteText(writer, organisation.ShortName);
        WriteText(writer, organisation.Code);
        WriteText(writer, organisation.Country);
        WriteText(writer, organisation.DepartementCode);
        WriteText(writer, organisation.RegionCode);
        writer.Write7BitEncodedInt(organisation.Population is { } population ? population + 1 : 0);
        writer.Write7BitEncodedInt(organisation.Aliases.Length);
        foreach (var alias in organisation.Aliases)
            WriteText(writer, alias);
    }

    public static Organisation Read(ReadOnlySpan<byte> record)
    {
        var reader = new Reader(record);
        return new Organisation
        {
            Id = reader.Text() ?? "",
            Kind = (OrganisationKind)reader.Byte(),
            Name = reader.Text() ?? "",
            ShortName = reader.Text(),
            Code = reader.Text(),
            Country = reader.Text() ?? "",
            DepartementCode = reader.Text(),
            RegionCode = reader.Text(),
            Population = reader.Number() is > 0 and var population ? population - 1 : null,
            Aliases = reader.Texts(),
        };
    }

    public static ReadOnlySpan<byte> ReadId(ReadOnlySpan<byte> record) => new Reader(record).Bytes();

    private static void WriteText(BinaryWriter writer, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    private ref struct Reader(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public byte Byte()
        {
            var value = _rest[0];
            _rest = _rest[1..];
            return value;
        }

        public int Number()
        {
            var (value, shift) = (0, 0);
            while (true)
            {
                var part = Byte();
                value |= (part & 0x7F) << shift;
                if (part < 0x80)
                    return value;
                shift += 7;
            }
        }

        public ReadOnlySpan<byte> Bytes()
        {
            var length = Number();
            var bytes = _rest[..length];
            _rest = _rest[length..];
            return bytes;
        }

        public string? Text() => Bytes() is { Length: > 0 } bytes ? Encoding.UTF8.GetString(bytes) : null;

        public ImmutableArray<string> Texts()
        {
            var count = Number();
            if (count == 0)
                return [];
            var texts = ImmutableArray.CreateBuilder<string>(count);
            for (var index = 0; index < count; index++)
                texts.Add(Text() ?? "");
            return texts.MoveToImmutable();
        }
    }
}
