namespace QuitteXBot.Matrix.Rendering;

/// <summary>Text in a body without markup, in which a line that begins with <c>&gt; </c> is a quote and nothing else is.</summary>
internal static class PlainText
{
    private const string Mark = "> ";

    public static string Quote(string text) => Mark + text.Replace("\n", "\n" + Mark, StringComparison.Ordinal);

    /// <summary>A remark of the bot's own; a line of it cannot pass for a quote.</summary>
    public static string Remark(string text) =>
        text.Contains('>', StringComparison.Ordinal)
            ? string.Join('\n', text.Split('\n').Select(line => line.StartsWith('>') ? " " + line : line))
            : text;

    /// <summary>For what has to stay on one line: titles, labels, names that a user typed.</summary>
    public static string Line(string text) =>
        string.Create(text.Length, text, (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
                line[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
        });
}
