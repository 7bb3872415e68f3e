using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Text;

namespace QuitteXBot.Commands.Values;

internal static class LanguageReader
{
    /// <summary>Reads the option's value, or null.</summary>
    public static Language? Find(string? value) => value is null ? null : Folding.Fold(value.Trim()) switch
    {
        "fr" or "francais" or "french" => Language.French,
        "en" or "anglais" or "english" => Language.English,
        _ => null,
    };

    /// <summary>Reads a locale (BCP 47): only its language counts; another language than ours tells nothing.</summary>
    public static Language? OfLocale(string? locale)
    {
        if (locale is null || locale.Length < 2 || (locale.Length > 2 && locale[2] is not ('-' or '_')))
            return null;
        return locale[..2].ToLowerInvariant() switch
        {
            "fr" => Language.French,
            "en" => Language.English,
            _ => null,
        };
    }
}
