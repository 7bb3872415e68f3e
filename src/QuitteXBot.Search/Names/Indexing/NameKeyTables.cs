using QuitteXBot.Search.Names.Folding;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>The tables through which names are found: by key, by length for typing errors, by sound, by the beginning of a word.</summary>
internal sealed class NameKeyTables(OrganisationFacts[] facts)
{
    private readonly List<byte[]> _keys = [];
    private readonly List<uint> _keyForms = [];
    private readonly List<uint> _forms = [];
    private readonly List<byte[]> _formTexts = [];
    private readonly List<uint> _signatures = [];
    private readonly List<(uint Hash, uint Key)> _phonetics = [];

    /// <summary>Entries come in the order of <see cref="NameEntry.Compare"/>.</summary>
    public void Add(NameEntry entry)
    {
        if (_keys.Count == 0 || !_keys[^1].AsSpan().SequenceEqual(entry.Key))
        {
            _keys.Add(entry.Key);
            _keyForms.Add((uint)_forms.Count);
            _signatures.Add(LetterSignature.Of(entry.Key));
        }

        _forms.Add((uint)entry.Organisation | ((uint)entry.Role << 24));
        _formTexts.Add(entry.Form);
        if (KeyProminence.IsKnown(facts[entry.Organisation]))
            _signatures[^1] |= KeyProminence.Known;
        if (KeyProminence.IsProminent(facts[entry.Organisation]))
            _signatures[^1] |= KeyProminence.Prominent;
        AddPhonetics(entry);
    }

    public void WriteTo(Action<Section, uint[]> numbers, Action<Section, byte[]> bytes)
    {
        numbers(Section.KeyForms, [.. _keyForms, (uint)_forms.Count]);
        numbers(Section.Forms, [.. _forms]);
        WriteStrings(Section.KeyOffsets, Section.Keys, _keys);
        WriteStrings(Section.FormTextOffsets, Section.FormTexts, _formTexts);

        var names = Enumerable.Range(0, _keys.Count).Where(key => !CodeKey.Is(_keys[key])).OrderBy(key => _keys[key].Length).ToArray();
        numbers(Section.KeysByLength, Array.ConvertAll(names, key => (uint)key));
        numbers(Section.Signatures, Array.ConvertAll(names, key => _signatures[key]));
        var starts = new uint[NameKey.MaximumLength + 2];
        for (var length = 0; length < starts.Length; length++)
            starts[length] = (uint)LowerBound(names, length);
        numbers(Section.LengthStarts, starts);

        numbers(Section.Phonetics, [.. _phonetics.Distinct().Order().SelectMany(entry => new[] { entry.Hash, entry.Key })]);
        numbers(Section.WordStarts, WordStarts());

        void WriteStrings(Section offsets, Section strings, List<byte[]> texts)
        {
            var (places, content) = Concatenate(texts);
            numbers(offsets, places);
            bytes(strings, content);
        }
    }

    public static (uint[] Offsets, byte[] Bytes) Concatenate(IReadOnlyList<byte[]> strings)
    {
        var offsets = new uint[strings.Count + 1];
        for (var index = 0; index < strings.Count; index++)
            offsets[index + 1] = offsets[index] + (uint)strings[index].Length;
        var bytes = new byte[offsets[^1]];
        for (var index = 0; index < strings.Count; index++)
            strings[index].CopyTo(bytes, (int)offsets[index]);
        return (offsets, bytes);
    }

    private void AddPhonetics(NameEntry entry)
    {
        if (entry.Form.Length == 0)
            return;
        var words = FoldedText.Of(System.Text.Encoding.UTF8.GetString(entry.Form)).All;
        Span<byte> code = stackalloc byte[NameKey.MaximumLength * 2];
        var length = words.Strict.Length > code.Length ? 0 : FrenchPhonetics.Write(words, code);
        if (length > 0)
            _phonetics.Add((PhoneticHash.Of(code[..length]), (uint)(_keys.Count - 1)));
    }

    private int LowerBound(int[] names, int length)
    {
        var (low, high) = (0, names.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_keys[names[middle]].Length < length)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private uint[] WordStarts()
    {
        var starts = new List<uint>(_forms.Count * 2);
        for (var form = 0; form < _forms.Count; form++)
        {
            var text = _formTexts[form];
            for (var index = 0; index < Math.Min(text.Length, 256); index++)
            {
                if (index == 0 || text[index - 1] == ' ')
                    starts.Add(((uint)form << 8) | (uint)index);
            }
        }

        var sorted = starts.ToArray();
        Array.Sort(sorted, (first, second) =>
        {
            var order = Following(first).SequenceCompareTo(Following(second));
            return order != 0 ? order : first.CompareTo(second);
        });
        return sorted;
    }

    private ReadOnlySpan<byte> Following(uint start) => _formTexts[(int)(start >> 8)].AsSpan((int)(start & 0xFF));
}
