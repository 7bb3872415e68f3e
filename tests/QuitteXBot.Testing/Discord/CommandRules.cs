using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QuitteXBot.Testing.Discord;

/// <summary>The limits of application commands. https://discord.com/developers/docs/interactions/application-commands</summary>
internal static partial class CommandRules
{
    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi",
        "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    private static readonly string[] KnownKeys =
    [
        "type", "name", "name_localizations", "description", "description_localizations", "options", "default_member_permissions", "dm_permission",
        "contexts", "integration_types", "nsfw", "default_permission", "id", "handler",
    ];

    public static void Check(JsonObject command)
    {
        var errors = new FormErrors();
        foreach (var (key, _) in command)
            errors.Require(key, KnownKeys.Contains(key), "is no key of a command");
        var type = ComponentRules.Number(command["type"]) ?? 1;
        errors.Require("type", type is >= 1 and <= 3, "Value must be one of {1, 2, 3}.");
        if (type == 1)
        {
            CheckName(command, "", errors);
            CheckDescription(command, "", errors);
            CheckOptions(command["options"] as JsonArray ?? [], "options", errors, depth: 0);
        }
        else
        {
            errors.Length("name", MessageRules.Text(command["name"]), 1, 32);
            errors.Require("description", string.IsNullOrEmpty(MessageRules.Text(command["description"])), "Context menu commands cannot have a description");
            errors.Require("options", command["options"] is null or JsonArray { Count: 0 }, "Context menu commands cannot have options");
            CheckLocales(command, "name_localizations", "", errors, text => text.Length is >= 1 and <= 32);
        }

        if (Size(command) > 8_000)
            errors.Add("", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        errors.ThrowIfAny();
    }

    private static void CheckOptions(JsonArray options, string path, FormErrors errors, int depth)
    {
        errors.Require(path, options.Count <= 25, "Must be 25 or fewer in length.");
        var subcommands = options.OfType<JsonObject>().Count(option => ComponentRules.Number(option["type"]) is 1 or 2);
        errors.Require(path, subcommands == 0 || subcommands == options.Count, "Sub-command and sub-command group option types are mutually exclusive to all other types");
        var names = new HashSet<string>();
        var optionalSeen = false;
        for (var i = 0; i < options.Count; i++)
        {
            var option = options[i] as JsonObject ?? [];
            var at = $"{path}.{i}";
            var type = ComponentRules.Number(option["type"]);
            errors.Require($"{at}.type", type is >= 1 and <= 11, "Value must be between 1 and 11.");
            CheckName(option, at, errors);
            CheckDescription(option, at, errors);
            if (!names.Add(MessageRules.Text(option["name"]) ?? ""))
                errors.Add($"{at}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            var required = option["required"]?.GetValue<bool>() ?? false;
            if (required && optionalSeen)
                errors.Add(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            optionalSeen |= !required;
            CheckChoices(option, at, errors);
            CheckBounds(option, type, at, errors);
            if (type is 1 or 2)
            {
                errors.Require(at, type == 2 ? depth == 0 : depth <= 1, "Sub-commands are nested too deeply");
                CheckOptions(option["options"] as JsonArray ?? [], $"{at}.options", errors, depth + 1);
            }
        }

        CheckDistinctLocalisations(options, path, errors);
    }

    /// <summary>A localised option name must differ from every other default name and every other name of its locale in the command.</summary>
    private static void CheckDistinctLocalisations(JsonArray options, string path, FormErrors errors)
    {
        var all = options.OfType<JsonObject>().ToList();
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var (locale, node) in all[i]["name_localizations"] as JsonObject ?? [])
            {
                var name = MessageRules.Text(node);
                var clashes = all.Where((other, j) => j != i
                    && (MessageRules.Text(other["name"]) == name || MessageRules.Text((other["name_localizations"] as JsonObject)?[locale]) == name));
                if (clashes.Any())
                    errors.Add($"{path}.{i}.name_localizations.{locale}", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            }
        }
    }

    private static void CheckChoices(JsonObject option, string path, FormErrors errors)
    {
        if (option["choices"] is not JsonArray choices)
            return;
        errors.Require($"{path}.choices", choices.Count <= 25, "Must be 25 or fewer in length.");
        errors.Require(path, option["autocomplete"]?.GetValue<bool>() != true || choices.Count == 0, "Cannot have choices and autocomplete");
        for (var i = 0; i < choices.Count; i++)
        {
            var choice = choices[i] as JsonObject ?? [];
            errors.Length($"{path}.choices.{i}.name", MessageRules.Text(choice["name"]), 1, 100);
            CheckLocales(choice, "name_localizations", $"{path}.choices.{i}", errors, text => text.Length is >= 1 and <= 100);
            if (choice["value"] is null)
                errors.Add($"{path}.choices.{i}.value", "BASE_TYPE_REQUIRED", "This field is required");
            else if (MessageRules.Text(choice["value"]) is { } text)
                errors.Length($"{path}.choices.{i}.value", text, 1, 100);
        }
    }

    private static void CheckBounds(JsonObject option, int? type, string path, FormErrors errors)
    {
        errors.Require($"{path}.max_length", option["max_length"] is null || (type == 3 && ComponentRules.Number(option["max_length"]) is >= 1 and <= 6_000), "must be from 1 to 6000");
        errors.Require($"{path}.min_length", option["min_length"] is null || (type == 3 && ComponentRules.Number(option["min_length"]) is >= 0 and <= 6_000), "must be from 0 to 6000");
        errors.Require($"{path}.autocomplete", option["autocomplete"]?.GetValue<bool>() != true || type is 3 or 4 or 10, "is not possible for this type");
        errors.Require($"{path}.choices", option["choices"] is null || type is 3 or 4 or 10, "are not possible for this type");
        errors.Require($"{path}.required", option["required"] is null || type is not (1 or 2), "is not possible for a sub-command");
    }

    private static void CheckName(JsonObject named, string path, FormErrors errors)
    {
        var name = MessageRules.Text(named["name"]) ?? "";
        errors.Require($"{path}.name", IsName(name), "Command name is invalid");
        CheckLocales(named, "name_localizations", path, errors, IsName);
    }

    private static void CheckDescription(JsonObject described, string path, FormErrors errors)
    {
        errors.Length($"{path}.description", MessageRules.Text(described["description"]), 1, 100);
        CheckLocales(described, "description_localizations", path, errors, text => text.Length is >= 1 and <= 100);
    }

    private static void CheckLocales(JsonObject owner, string key, string path, FormErrors errors, Func<string, bool> isValid)
    {
        foreach (var (locale, node) in owner[key] as JsonObject ?? [])
        {
            errors.Require($"{path}.{key}.{locale}", Locales.Contains(locale), "is no locale of Discord");
            errors.Require($"{path}.{key}.{locale}", MessageRules.Text(node) is { } text && isValid(text), "is not valid");
        }
    }

    private static bool IsName(string name) => Name().IsMatch(name) && !name.Any(char.IsUpper);

    private static int Size(JsonObject part) =>
        Longest(part, "name") + Longest(part, "description") + (MessageRules.Text(part["value"])?.Length ?? 0)
        + (part["options"] as JsonArray ?? []).OfType<JsonObject>().Sum(Size) + (part["choices"] as JsonArray ?? []).OfType<JsonObject>().Sum(Size);

    private static int Longest(JsonObject part, string key) =>
        (part[$"{key}_localizations"] as JsonObject ?? []).Select(pair => MessageRules.Text(pair.Value)?.Length ?? 0)
            .Append(MessageRules.Text(part[key])?.Length ?? 0).Max();

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$")]
    private static partial Regex Name();
}
