using System.Globalization;
using System.Text;

namespace QuitteXBot.Core.Organisations;

/// <summary>The part of an id that is made from a name: lower-case ASCII letters and digits, other runs as one hyphen.</summary>
public static class Slug
{
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var unit in name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase)
                     .Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(unit))
                slug.Append(char.ToLowerInvariant(unit));
            else if (CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
