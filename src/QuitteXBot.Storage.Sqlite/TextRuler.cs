namespace QuitteXBot.Storage.Sqlite;

/// <summary>Finds many code points in one long text: every thousandth is marked once, the others are counted from there.</summary>
internal sealed class TextRuler
{
    private const int Step = 1024;

    private readonly string _text;

    /// <summary>The UTF-16 index of each 1024th code point; null where the two counts are the same throughout.</summary>
    private readonly List<int>? _marks;

    public TextRuler(string text)
    {
        _text = text;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return;
        _marks = [];
        for (var (index, count) = (0, 0); index < text.Length; index = Next(index), count++)
        {
            if (count % Step == 0)
                _marks.Add(index);
        }
    }

    /// <summary>The characters between two code points; empty where the text has no such place.</summary>
    public ReadOnlySpan<char> Slice(int start, int end)
    {
        var (from, to) = (Index(start), Index(end));
        return from < 0 || to < from ? [] : _text.AsSpan(from, to - from);
    }

    private int Index(int codePoint)
    {
        if (_marks is null)
            return codePoint <= _text.Length ? codePoint : -1;
        if (codePoint < 0 || codePoint / Step > _marks.Count)
            return -1;
        var mark = Math.Min(codePoint / Step, _marks.Count - 1);
        var (index, count) = (_marks[mark], mark * Step);
        while (count < codePoint && index < _text.Length)
            (index, count) = (Next(index), count + 1);
        return count == codePoint ? index : -1;
    }

    private int Next(int index) => index + (index + 1 < _text.Length && char.IsSurrogatePair(_text[index], _text[index + 1]) ? 2 : 1);
}
