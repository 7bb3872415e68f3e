using System.Buffers.Binary;
using System.Text;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>Makes the content of names.bin. The same organisations give the same bytes.</summary>
internal sealed class NameFileBuilder
{
    private readonly byte[][] _sections = new byte[NameFileFormat.SectionCount][];
    private readonly (Organisation Organisation, bool HasRecords)[] _organisations;
    private readonly OrganisationFacts[] _facts;

    private NameFileBuilder(IEnumerable<(Organisation Organisation, bool HasRecords)> organisations)
    {
        var byId = new Dictionary<string, (Organisation Organisation, bool HasRecords)>(StringComparer.Ordinal);
        foreach (var entry in organisations)
        {
            if (!byId.TryAdd(entry.Organisation.Id, entry) && entry.HasRecords)
                byId[entry.Organisation.Id] = (byId[entry.Organisation.Id].Organisation, true);
        }

        _organisations = [.. byId.Values];
        var ids = Array.ConvertAll(_organisations, entry => Encoding.UTF8.GetBytes(entry.Organisation.Id));
        Array.Sort(ids, _organisations, Comparer<byte[]>.Create((first, second) => first.AsSpan().SequenceCompareTo(second)));
        _facts = Array.ConvertAll(_organisations, entry => OrganisationFacts.Of(entry.Organisation, entry.HasRecords));
    }

    public static byte[] Build(IEnumerable<(Organisation Organisation, bool HasRecords)> organisations)
    {
        var builder = new NameFileBuilder(organisations);
        builder.WriteOrganisations();
        builder.WriteNames();
        builder.WriteOrdinaryWords();
        return builder.Join();
    }

    private void WriteOrganisations()
    {
        using var records = new MemoryStream();
        using var writer = new BinaryWriter(records);
        var offsets = new uint[_organisations.Length + 1];
        for (var index = 0; index < _organisations.Length; index++)
        {
            OrganisationRecord.Write(writer, _organisations[index].Organisation);
            offsets[index + 1] = (uint)records.Length;
        }

        Set(Section.RecordOffsets, offsets);
        _sections[(int)Section.Records] = records.ToArray();
        _sections[(int)Section.Facts] = new byte[OrganisationFacts.Length * _facts.Length];
        for (var index = 0; index < _facts.Length; index++)
            _facts[index].Write(_sections[(int)Section.Facts].AsSpan(OrganisationFacts.Length * index));

        var ranking = new uint[_organisations.Length];
        for (var index = 0; index < ranking.Length; index++)
            ranking[index] = (uint)index;
        Array.Sort(ranking, (first, second) => OrganisationRank.Compare(_facts[first], (int)first, _facts[second], (int)second));
        Set(Section.Ranking, ranking);
    }

    private void WriteNames()
    {
        var entries = new List<NameEntry>(_organisations.Length * 2);
        for (var index = 0; index < _organisations.Length; index++)
        {
            var organisation = _organisations[index].Organisation;
            foreach (var (form, role) in NameForms.Of(organisation))
            {
                if (NameEntry.Of(form, index, role) is { } entry)
                    entries.Add(entry);
            }

            if (CodeKey.Of(organisation) is { } code)
                entries.Add(new NameEntry(code, [], index, FormRole.Name));
        }

        entries.Sort(NameEntry.Compare);
        var keys = new NameKeyTables(_facts);
        foreach (var entry in entries)
            keys.Add(entry);
        keys.WriteTo(Set, (section, bytes) => _sections[(int)section] = bytes);
    }

    private void WriteOrdinaryWords()
    {
        var words = Names.OrdinaryWords.All();
        var (offsets, bytes) = NameKeyTables.Concatenate(words);
        Set(Section.OrdinaryWordOffsets, offsets);
        _sections[(int)Section.OrdinaryWords] = bytes;
    }

    private void Set(Section section, uint[] numbers)
    {
        var bytes = _sections[(int)section] = new byte[4 * numbers.Length];
        for (var index = 0; index < numbers.Length; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * index), numbers[index]);
    }

    private byte[] Join()
    {
        var length = NameFileFormat.HeaderLength;
        foreach (var section in _sections)
            length = Align(length) + section.Length;

        var content = new byte[length];
        NameFileFormat.Magic.CopyTo(content);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(8), NameFileFormat.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(12), (uint)_sections.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(content.AsSpan(16), (ulong)length);
        var offset = NameFileFormat.HeaderLength;
        for (var index = 0; index < _sections.Length; index++)
        {
            offset = Align(offset);
            var entry = content.AsSpan(NameFileFormat.PreambleLength + (8 * index));
            BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)offset);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], (uint)_sections[index].Length);
            _sections[index].CopyTo(content, offset);
            offset += _sections[index].Length;
        }

        BinaryPrimitives.WriteUInt64LittleEndian(content.AsSpan(24), NameFileFormat.Checksum(content.AsSpan(NameFileFormat.PreambleLength)));
        return content;
    }

    private static int Align(int offset) => (offset + 3) & ~3;
}
