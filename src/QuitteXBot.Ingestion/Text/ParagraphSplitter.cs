namespace QuitteXBot.Ingestion.Text;

/// <summary>
/// Lines are paragraphs, except where a line was broken in the middle of a sentence: it ends without punctuation and the next begins
/// in lower case, or the whole text is wrapped at one width as in old mails and wire copies.
/// </summary>
internal static class ParagraphSplitter
{
    private const int ShortestWrappedLine = 50;

    private const int LongestWrappedLine = 100;

    public static List<(int Start, int End)> Split(string text)
    {
        var lines = Lines(text);
        var wrapped = IsWrapped(lines);
        var blocks = new List<(int Start, int End)>();
        var blank = true;
        foreach (var (start, end) in lines)
        {
            if (start == end)
            {
                blank = true;
                continue;
            }

            if (!blank && Continues(text, blocks[^1], start, wrapped))
                blocks[^1] = (blocks[^1].Start, end);
            else
                blocks.Add((start, end));
            blank = false;
        }

        return blocks;
    }

    private static List<(int Start, int End)> Lines(string text)
    {
        var lines = new List<(int, int)>();
        for (var at = 0; at <= text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\u2028', '\u2029');
            end = end < 0 ? text.Length : at + end;
            var start = Characters.SkipSpaces(text, at, end);
            lines.Add((start, Characters.TrimSpaces(text, start, end)));
            at = end + 1;
        }

        return lines;
    }

    private static bool Continues(string text, (int Start, int End) before, int next, bool wrapped)
    {
        var last = text[before.End - 1];
        if (Characters.IsSentenceEnd(last) || last is ':' or ';' or '»' or '”')
            return wrapped && !Characters.IsSentenceEnd(last) && last != ':';
        return char.IsLower(text[next]) || last == ',' || wrapped;
    }

    private static bool IsWrapped(List<(int Start, int End)> lines)
    {
        var inner = 0;
        var full = 0;
        var longest = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var length = lines[i].End - lines[i].Start;
            longest = Math.Max(longest, length);
            if (length == 0 || lines[i + 1].Start == lines[i + 1].End)
                continue;
            inner++;
            full += length is >= ShortestWrappedLine and <= LongestWrappedLine ? 1 : 0;
        }

        return inner >= 4 && longest <= LongestWrappedLine && full * 10 >= inner * 9;
    }
}
