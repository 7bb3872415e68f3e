using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>The limits of buttons, selects and modals. https://discord.com/developers/docs/components/reference</summary>
internal static class ComponentRules
{
    private const int Row = 1;
    private const int Button = 2;
    private const int StringSelect = 3;
    private const int TextInput = 4;
    private const int LinkStyle = 5;
    private const int Label = 18;

    public static void Check(JsonObject component, string path, FormErrors errors, HashSet<string> ids)
    {
        switch (Number(component["type"]))
        {
            case Button:
                CheckButton(component, path, errors, ids);
                break;
            case StringSelect:
                CheckSelect(component, path, errors, ids);
                break;
            case >= 5 and <= 8:
                CheckId(component, path, errors, ids);
                break;
            default:
                errors.Add(path, "UNION_TYPE_CHOICES", "Value of field \"type\" is not possible here.");
                break;
        }
    }

    public static void CheckModal(JsonObject modal)
    {
        var errors = new FormErrors();
        errors.Length("custom_id", MessageRules.Text(modal["custom_id"]), 1, 100);
        errors.Length("title", MessageRules.Text(modal["title"]), 1, 45);
        var parts = modal["components"] as JsonArray ?? [];
        errors.Require("components", parts.Count is >= 1 and <= 5, "Must be between 1 and 5 in length.");
        var ids = new HashSet<string>();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i] as JsonObject ?? [];
            var path = $"components.{i}";
            switch (Number(part["type"]))
            {
                case Label:
                    errors.Length($"{path}.label", MessageRules.Text(part["label"]), 1, 45);
                    if (part["description"] is not null)
                        errors.Length($"{path}.description", MessageRules.Text(part["description"]), 0, 100);
                    CheckInput(part["component"] as JsonObject ?? [], $"{path}.component", errors, ids, needsLabel: false);
                    break;
                case Row:
                    CheckInput((part["components"] as JsonArray)?.FirstOrDefault() as JsonObject ?? [], $"{path}.components.0", errors, ids, needsLabel: true);
                    break;
                default:
                    errors.Add(path, "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 18).");
                    break;
            }
        }

        errors.ThrowIfAny();
    }

    private static void CheckInput(JsonObject input, string path, FormErrors errors, HashSet<string> ids, bool needsLabel)
    {
        if (Number(input["type"]) == StringSelect)
        {
            CheckSelect(input, path, errors, ids);
            return;
        }

        errors.Require($"{path}.type", Number(input["type"]) == TextInput, "must be a text input");
        CheckId(input, path, errors, ids);
        errors.Require($"{path}.style", Number(input["style"]) is 1 or 2, "Value must be one of {1, 2}.");
        if (needsLabel)
            errors.Length($"{path}.label", MessageRules.Text(input["label"]), 1, 45);
        if (input["min_length"] is not null)
            errors.Require($"{path}.min_length", Number(input["min_length"]) is >= 0 and <= 4_000, "must be from 0 to 4000");
        if (input["max_length"] is not null)
            errors.Require($"{path}.max_length", Number(input["max_length"]) is >= 1 and <= 4_000, "must be from 1 to 4000");
        errors.Length($"{path}.placeholder", MessageRules.Text(input["placeholder"]), 0, 100);
        errors.Length($"{path}.value", MessageRules.Text(input["value"]), 0, 4_000);
    }

    private static void CheckButton(JsonObject button, string path, FormErrors errors, HashSet<string> ids)
    {
        var style = Number(button["style"]);
        errors.Require($"{path}.style", style is >= 1 and <= 6, "Value must be one of {1, 2, 3, 4, 5, 6}.");
        if (style == LinkStyle)
        {
            errors.Require(path, button["custom_id"] is null && button["url"] is not null, "A link button has a url and no custom_id.");
            errors.Length($"{path}.url", MessageRules.Text(button["url"]), 1, 512);
        }
        else
        {
            errors.Require(path, button["url"] is null, "Only a link button has a url.");
            CheckId(button, path, errors, ids);
        }

        errors.Length($"{path}.label", MessageRules.Text(button["label"]), button["emoji"] is null ? 1 : 0, 80);
    }

    private static void CheckSelect(JsonObject select, string path, FormErrors errors, HashSet<string> ids)
    {
        CheckId(select, path, errors, ids);
        errors.Length($"{path}.placeholder", MessageRules.Text(select["placeholder"]), 0, 150);
        var options = select["options"] as JsonArray ?? [];
        errors.Require($"{path}.options", options.Count is >= 1 and <= 25, "Must be between 1 and 25 in length.");
        var values = new HashSet<string>();
        for (var i = 0; i < options.Count; i++)
        {
            var option = options[i] as JsonObject ?? [];
            errors.Length($"{path}.options.{i}.label", MessageRules.Text(option["label"]), 1, 100);
            errors.Length($"{path}.options.{i}.value", MessageRules.Text(option["value"]), 1, 100);
            errors.Length($"{path}.options.{i}.description", MessageRules.Text(option["description"]), 0, 100);
            if (!values.Add(MessageRules.Text(option["value"]) ?? ""))
                errors.Add($"{path}.options.{i}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        }
    }

    private static void CheckId(JsonObject component, string path, FormErrors errors, HashSet<string> ids)
    {
        var id = MessageRules.Text(component["custom_id"]);
        errors.Length($"{path}.custom_id", id, 1, 100);
        if (id is not null && !ids.Add(id))
            errors.Add($"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    public static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
