using System.Text;

namespace QuitteXBot.Commands.Text;

/// <summary>
/// Letters without case and accents, for comparing what people type with names of commands and word lists.
/// Its own table, because normalisation does nothing where the runtime has no ICU (InvariantGlobalization).
/// </summary>
internal static class Folding
{
    private const string Accented = "àâäáãåçèéêëìíîïñòóôöõøùúûüýÿšžăąćčďęěğłńňřśşťůźż";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyszaaccdeeglnnrsstuzz";

    /// <summary>Lower case, no accents, <c>œ</c> as <c>oe</c>, typographic apostrophes and hyphens as the plain ones.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var unit in text)
            Append(folded, unit);
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char unit)
    {
        if (unit < 0x80)
        {
            folded.Append(char.ToLowerInvariant(unit));
            return;
        }

        var lower = char.ToLowerInvariant(unit);
        var place = Accented.IndexOf(lower);
        if (place >= 0)
            folded.Append(Plain[place]);
        else if (lower is 'œ')
            folded.Append("oe");
        else if (lower is 'æ')
            folded.Append("ae");
        else if (lower is 'ß')
            folded.Append("ss");
        else if (lower is '’' or '‘' or 'ʼ' or '´')
            folded.Append('\'');
        else if (lower is '‐' or '‑' or '–' or '—' or '−')
            folded.Append('-');
        else if (lower is not (>= '\u0300' and <= '\u036F'))
            folded.Append(lower);
    }
}
