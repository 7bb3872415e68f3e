using Spectre.Console;
using Spectre.Console.Rendering;

namespace QuitteXBot.Chat;

/// <summary>Words with one look.</summary>
internal readonly record struct StyledText(string Text, Style Style);

/// <summary>
/// Breaks text into the lines of a terminal: between words only, never at a no-break space; a word longer than the line is cut.
/// Nothing is read as markup, and control characters are shown, never sent.
/// </summary>
/// <param name="width">Columns.</param>
internal sealed class LineLayout(int width)
{
    private readonly List<IReadOnlyList<StyledText>> lines = [];
    private List<StyledText> line = [];
    private int used;

    public IReadOnlyList<IReadOnlyList<StyledText>> Lines => lines;

    public void Blank() => lines.Add([]);

    /// <param name="indent">Columns before each line.</param>
    public void Add(int indent, params ReadOnlySpan<StyledText> runs)
    {
        Begin(indent);
        foreach (var (text, style) in runs)
        {
            var paragraphs = TerminalText.Safe(text).Split('\n');
            for (var i = 0; i < paragraphs.Length; i++)
            {
                if (i > 0)
                    Break(indent);
                AddWords(paragraphs[i], style, indent);
            }
        }

        lines.Add(line);
    }

    private void AddWords(string text, Style style, int indent)
    {
        for (var start = 0; start < text.Length;)
        {
            var space = text.IndexOf(' ', start);
            var word = space < 0 ? text[start..] : text[start..(space + 1)];
            start += word.Length;
            if (used > indent && used + Columns(word.TrimEnd(' ')) > width)
                Break(indent);
            while (Columns(word) > width - indent && word.Length > width - indent)
            {
                line.Add(new StyledText(word[..(width - indent)], style));
                word = word[(width - indent)..];
                Break(indent);
            }

            line.Add(new StyledText(word, style));
            used += Columns(word);
        }
    }

    private void Break(int indent)
    {
        lines.Add(line);
        Begin(indent);
    }

    private void Begin(int indent)
    {
        line = indent > 0 ? [new StyledText(new string(' ', indent), Style.Plain)] : [];
        used = indent;
    }

    private static int Columns(string text) => new Segment(text).CellCount();
}
