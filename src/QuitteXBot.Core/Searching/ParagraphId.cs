using System.Globalization;

namespace QuitteXBot.Core.Searching;

/// <summary>Names a paragraph of a source: <c>source#start-end</c>, in code points.</summary>
public readonly record struct ParagraphId(string SourceId, int Start, int End)
{
    public static bool TryParse(string text, out ParagraphId id)
    {
        id = default;
        var hash = text.LastIndexOf('#');
        var dash = text.LastIndexOf('-');
        if (hash <= 0 || dash < hash
            || !int.TryParse(text.AsSpan(hash + 1, dash - hash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end))
            return false;
        id = new ParagraphId(text[..hash], start, end);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{SourceId}#{Start}-{End}");
}
