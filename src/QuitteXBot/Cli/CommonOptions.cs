using System.CommandLine;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Cli;

/// <summary>Options that several verbs take.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "One JSON object an answer." };

    public static Option<string?> Language()
    {
        var option = new Option<string?>("--lang") { Description = "Language of the answer: fr or en." };
        return option.AcceptOnlyFromAmong("fr", "en");
    }

    public static Option<string> Role()
    {
        var option = new Option<string>("--as") { Description = "In which role to ask.", DefaultValueFactory = _ => "maintainer" };
        return option.AcceptOnlyFromAmong("community", "moderator", "maintainer");
    }

    public static Language? LanguageOf(string? name) => name switch
    {
        "fr" => Commands.Localisation.Language.French,
        "en" => Commands.Localisation.Language.English,
        _ => null,
    };

    public static Permission PermissionOf(string name) => name switch
    {
        "community" => Permission.Community,
        "moderator" => Permission.Moderator,
        _ => Permission.Maintainer,
    };

    /// <summary>The locale of the user's shell; C and POSIX are nobody's language.</summary>
    public static string? UserLocale()
    {
        var locale = Environment.GetEnvironmentVariable("LC_ALL") is { Length: > 0 } all ? all
            : Environment.GetEnvironmentVariable("LC_MESSAGES") is { Length: > 0 } messages ? messages
            : Environment.GetEnvironmentVariable("LANG");
        var name = locale?.Split('.', '@')[0];
        return name is null or "" or "C" or "POSIX" ? null : name.Replace('_', '-');
    }
}
