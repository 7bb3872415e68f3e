using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Discord.Interactions;

/// <summary>The user's locale, never the guild's, as one of the bot's languages. https://discord.com/developers/docs/reference#locales</summary>
internal static class Locales
{
    /// <summary>Null for a locale that is neither French nor English.</summary>
    public static Language? Find(string? locale) =>
        locale is null ? null
        : locale.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Language.French
        : locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : null;

    public static Language Of(string? locale) => Find(locale) ?? Language.French;

    public static Language? Parse(string? option) => option?.Trim().ToLowerInvariant() switch
    {
        "fr" => Language.French,
        "en" => Language.English,
        _ => null,
    };
}
