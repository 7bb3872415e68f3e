using System.Text.RegularExpressions;

namespace QuitteXBot.Ingestion.Text;

/// <summary>Tells titles, intertitles and datelines from running text by their form.</summary>
internal static partial class ParagraphKinds
{
    private const int LongestTitle = 220;

    private const int LongestIntertitle = 140;

    private const int LongestDateline = 100;

    public static ParagraphKind[] Of(string text, List<(int Start, int End)> blocks)
    {
        var kinds = new ParagraphKind[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            var (start, end) = blocks[i];
            var length = end - start;
            if (length <= LongestDateline && Dateline().IsMatch(text.AsSpan(start, length)))
                kinds[i] = ParagraphKind.Dateline;
            else if (i + 1 < blocks.Count && length <= (i == 0 ? LongestTitle : LongestIntertitle) && IsHeading(text.AsSpan(start, length)))
                kinds[i] = ParagraphKind.Heading;
        }

        return kinds;
    }

    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        if (line[0] is '-' or '•' or '*' or '·' || Characters.IsDash(line[0]) || line.IndexOf('\n') >= 0)
            return false;
        var last = line[^1];
        if (last is '.' or ':' or ';' or ',' or '…')
            return false;
        if (last is '»' or '”' or '"')
            return EndsOpen(line);
        return true;
    }

    /// <summary>A quote at the line's end that is no full sentence, or one that fills the line: running text ends its sentences with a full stop.</summary>
    private static bool EndsOpen(ReadOnlySpan<char> line)
    {
        var inner = line[..^1].TrimEnd();
        return inner.Length > 0 && inner[^1] is not ('.' or '…' or '»' or '”') && (inner[^1] is not ('!' or '?') || line[0] is '«' or '“' or '"');
    }

    [GeneratedRegex(
        @"^(?:publié|mis à jour|modifié|posté|published|updated|posted|par|by|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[\p{Lu}][\p{L}' -]{1,30},? \(?(?:le )?)?[\s,]*(?:le |on )?[^.!?«»""“”]{0,40}?\b(?:(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december) \d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)[^.!?«»""“”]{0,40}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();
}
