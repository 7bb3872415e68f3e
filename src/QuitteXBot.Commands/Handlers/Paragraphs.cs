using QuitteXBot.Core.Sources;

namespace QuitteXBot.Commands.Handlers;

/// <summary>The paragraphs of a source: what stands between line ends.</summary>
internal static class Paragraphs
{
    /// <summary>From the start of the line that a quote begins on to the end of the line that it ends on, in code points; null where it has none.</summary>
    public static (int Start, int End)? Around(string text, int start, int end)
    {
        var from = CodePoints.ToUtf16(text, start);
        var to = CodePoints.ToUtf16(text, end);
        if (from < 0 || to < from)
            return null;
        var before = from == 0 ? -1 : text.LastIndexOf('\n', from - 1);
        var after = text.IndexOf('\n', to);
        return (CodePoints.FromUtf16(text, before + 1), CodePoints.FromUtf16(text, after < 0 ? text.Length : after));
    }
}
