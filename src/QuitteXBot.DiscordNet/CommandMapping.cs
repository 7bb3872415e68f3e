using System.Globalization;
using System.Text.Json.Nodes;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet;

/// <summary>Commands between Discord's JSON, which the registration compares, and Discord.Net's objects.</summary>
internal static class CommandMapping
{
    public static Net.ApplicationCommandProperties ToProperties(JsonObject command)
    {
        Net.ApplicationCommandProperties properties = Number(command["type"]) switch
        {
            (int)Net.ApplicationCommandType.User => new Net.UserCommandProperties(),
            (int)Net.ApplicationCommandType.Message => new Net.MessageCommandProperties(),
            _ => Slash(command),
        };
        properties.Name = Text(command["name"]);
        properties.NameLocalizations = Languages(command["name_localizations"]);
        if (properties is Net.SlashCommandProperties)
            properties.DescriptionLocalizations = Languages(command["description_localizations"]);
        if (command["default_member_permissions"] is { } needed)
            properties.DefaultMemberPermissions = (Net.GuildPermission)ulong.Parse(Text(needed), CultureInfo.InvariantCulture);
        if (command["contexts"] is JsonArray contexts)
            properties.ContextTypes = contexts.Select(context => (Net.InteractionContextType)Number(context)!.Value).ToHashSet();
        return properties;
    }

    public static JsonObject ToJson(Net.Rest.RestApplicationCommand command)
    {
        var json = new JsonObject
        {
            ["id"] = command.Id.ToString(CultureInfo.InvariantCulture),
            ["type"] = (int)command.Type,
            ["name"] = command.Name,
            ["name_localizations"] = Languages(command.NameLocalizations),
            ["description"] = command.Description,
            ["description_localizations"] = Languages(command.DescriptionLocalizations),
            ["options"] = new JsonArray([.. command.Options.Select(ToJson)]),
        };
        if (command.DefaultMemberPermissions.RawValue is var needed and > 0)
            json["default_member_permissions"] = needed.ToString(CultureInfo.InvariantCulture);
        if (command.ContextTypes is { Count: > 0 } contexts)
            json["contexts"] = new JsonArray([.. contexts.Select(context => (JsonNode)(int)context)]);
        return json;
    }

    private static Net.SlashCommandProperties Slash(JsonObject command)
    {
        // There is no other way to an object of this class; what the builder adds of its own is taken away.
        var properties = new Net.SlashCommandBuilder { Name = Text(command["name"]), Description = Text(command["description"]) }.Build();
        properties.Options = (command["options"] as JsonArray ?? []).OfType<JsonObject>().Select(ToOption).ToList();
        properties.IsDefaultPermission = default;
#pragma warning disable CS0618 // Superseded by contexts, but the builder still sets it.
        properties.IsDMEnabled = default;
#pragma warning restore CS0618
        return properties;
    }

    private static Net.ApplicationCommandOptionProperties ToOption(JsonObject option) => new()
    {
        Type = (Net.ApplicationCommandOptionType)(Number(option["type"]) ?? 0),
        Name = Text(option["name"]),
        NameLocalizations = Languages(option["name_localizations"]),
        Description = Text(option["description"]),
        DescriptionLocalizations = Languages(option["description_localizations"]),
        // Discord takes no "required" of a subcommand, not even false.
        IsRequired = option["required"] is null ? null : Flag(option["required"]),
        IsAutocomplete = Flag(option["autocomplete"]),
        MinValue = Number(option["min_value"]),
        MaxValue = Number(option["max_value"]),
        MinLength = Number(option["min_length"]),
        MaxLength = Number(option["max_length"]),
        Choices = option["choices"] is JsonArray choices ? [.. choices.OfType<JsonObject>().Select(ToChoice)] : null,
        Options = option["options"] is JsonArray inner ? [.. inner.OfType<JsonObject>().Select(ToOption)] : null,
    };

    private static Net.ApplicationCommandOptionChoiceProperties ToChoice(JsonObject choice) => new()
    {
        Name = Text(choice["name"]),
        Value = Text(choice["value"]),
        NameLocalizations = Languages(choice["name_localizations"]),
    };

    private static JsonNode ToJson(Net.IApplicationCommandOption option)
    {
        var json = new JsonObject
        {
            ["type"] = (int)option.Type,
            ["name"] = option.Name,
            ["name_localizations"] = Languages(option.NameLocalizations),
            ["description"] = option.Description,
            ["description_localizations"] = Languages(option.DescriptionLocalizations),
            ["required"] = option.IsRequired == true,
            ["autocomplete"] = option.IsAutocomplete == true,
            ["choices"] = new JsonArray([.. (option.Choices ?? []).Select(ToJson)]),
            ["options"] = new JsonArray([.. (option.Options ?? []).Select(ToJson)]),
        };
        foreach (var (key, limit) in new (string, double?)[] { ("min_value", option.MinValue), ("max_value", option.MaxValue), ("min_length", option.MinLength), ("max_length", option.MaxLength) })
        {
            if (limit is { } number)
                json[key] = number;
        }

        return json;
    }

    private static JsonNode ToJson(Net.IApplicationCommandOptionChoice choice) => new JsonObject
    {
        ["name"] = choice.Name,
        ["name_localizations"] = Languages(choice.NameLocalizations),
        ["value"] = Convert.ToString(choice.Value, CultureInfo.InvariantCulture),
    };

    private static Dictionary<string, string> Languages(JsonNode? texts) =>
        texts is JsonObject known ? known.ToDictionary(pair => pair.Key, pair => Text(pair.Value)) : [];

    private static JsonObject Languages(IEnumerable<KeyValuePair<string, string>>? texts) =>
        new((texts ?? []).Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    private static bool Flag(JsonNode? node) => node?.GetValue<bool>() == true;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
