using System.Text.Json.Nodes;

namespace QuitteXBot.Discord.Registration;

/// <summary>Whether a command that Discord has says the same as one to be registered. What Discord adds of its own (ids, versions, defaults) does not count.</summary>
internal static class CommandComparer
{
    private static readonly string[] CommandKeys =
    [
        "name", "name_localizations", "description", "description_localizations", "default_member_permissions", "contexts", "options",
    ];

    private static readonly string[] OptionKeys =
    [
        "type", "name", "name_localizations", "description", "description_localizations", "required", "choices", "autocomplete", "min_value", "max_value", "min_length", "max_length", "options",
    ];

    private static readonly string[] ChoiceKeys = ["name", "name_localizations", "value"];

    public static bool AreSame(JsonObject wanted, JsonObject registered, bool isGlobal) =>
        CommandKeys.Where(key => isGlobal || key != "contexts").All(key => AreSameValue(key, wanted[key], registered[key]));

    private static bool AreSameValue(string key, JsonNode? wanted, JsonNode? registered) => key switch
    {
        "options" => AreSameLists(wanted, registered, OptionKeys),
        "choices" => AreSameLists(wanted, registered, ChoiceKeys),
        _ => JsonNode.DeepEquals(Normal(wanted), Normal(registered)),
    };

    private static bool AreSameLists(JsonNode? wanted, JsonNode? registered, string[] keys)
    {
        var (first, second) = (wanted as JsonArray ?? [], registered as JsonArray ?? []);
        return first.Count == second.Count && first.Zip(second).All(pair =>
            pair is { First: JsonObject one, Second: JsonObject other } && keys.All(key => AreSameValue(key, one[key], other[key])));
    }

    /// <summary>Absent, null, empty, false and zero length are one and the same to Discord.</summary>
    private static JsonNode? Normal(JsonNode? node) => node switch
    {
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => null,
        JsonArray list => new JsonArray([.. list.Select(entry => entry?.DeepClone()).OrderBy(entry => entry?.ToJsonString(), StringComparer.Ordinal)]),
        JsonValue value when value.TryGetValue<bool>(out var flag) && !flag => null,
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length == 0 => null,
        JsonValue value when value.TryGetValue<double>(out var number) => JsonValue.Create(number),
        _ => node,
    };
}
