using System.Text.Json;
using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>The limits of messages, embeds and components. https://discord.com/developers/docs/resources/message</summary>
internal static class MessageRules
{
    public const int EphemeralFlag = 1 << 6;
    private const int ComponentsV2 = 1 << 15;

    private static readonly string[] KnownKeys =
    [
        "content", "embeds", "components", "allowed_mentions", "flags", "tts", "nonce", "enforce_nonce", "message_reference", "attachments",
        "sticker_ids", "poll", "username", "avatar_url", "thread_name", "applied_tags", "embed", "shared_client_theme",
    ];

    public static void Check(JsonObject message, bool isEdit, int allowedFlags, bool hasFiles = false)
    {
        var errors = new FormErrors();
        foreach (var (key, _) in message)
            errors.Require(key, KnownKeys.Contains(key), "is no key of a message");
        var flags = message["flags"]?.GetValue<int>() ?? 0;
        errors.Require("flags", (flags & ~allowedFlags) == 0, "flag cannot be set here");
        errors.Length("content", Text(message["content"]), 0, 2_000);
        CheckEmbeds(message["embeds"] as JsonArray ?? [], errors);
        var ids = new HashSet<string>();
        if ((flags & ComponentsV2) == 0)
            CheckRows(message["components"] as JsonArray ?? [], errors, ids);
        CheckNonce(message, errors);
        CheckMentions(message, errors);
        var empty = string.IsNullOrWhiteSpace(Text(message["content"])) && Count(message["embeds"]) == 0 && Count(message["components"]) == 0
            && Count(message["sticker_ids"]) == 0 && message["poll"] is null && !hasFiles;
        if (empty && !isEdit)
            throw new ApiError(400, 50006, "Cannot send an empty message");
        errors.ThrowIfAny();
    }

    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static int Count(JsonNode? node) => node is JsonArray list ? list.Count : 0;

    private static void CheckNonce(JsonObject message, FormErrors errors)
    {
        if (Text(message["nonce"]) is { } nonce)
            errors.Length("nonce", nonce, 1, 25);
    }

    private static void CheckMentions(JsonObject message, FormErrors errors)
    {
        if (message["allowed_mentions"] is not JsonObject mentions)
            return;
        foreach (var kind in mentions["parse"] as JsonArray ?? [])
            errors.Require("allowed_mentions.parse", Text(kind) is "roles" or "users" or "everyone", "must be roles, users or everyone");
    }

    private static void CheckEmbeds(JsonArray embeds, FormErrors errors)
    {
        errors.Require("embeds", embeds.Count <= 10, "Must be 10 or fewer in length.");
        var all = 0;
        for (var i = 0; i < embeds.Count; i++)
        {
            var path = $"embeds.{i}";
            if (embeds[i] is not JsonObject embed)
            {
                errors.Add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
                continue;
            }

            all += CheckEmbed(embed, path, errors);
        }

        if (all > 6_000)
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }

    private static int CheckEmbed(JsonObject embed, string path, FormErrors errors)
    {
        var sum = 0;
        void Part(string key, JsonNode? node, int least, int most)
        {
            if (node is null)
                return;
            errors.Length($"{path}.{key}", Text(node), least, most);
            sum += Text(node)?.Trim().Length ?? 0;
        }

        Part("title", embed["title"], 0, 256);
        Part("description", embed["description"], 0, 4_096);
        Part("footer.text", (embed["footer"] as JsonObject)?["text"], 1, 2_048);
        Part("author.name", (embed["author"] as JsonObject)?["name"], 1, 256);
        var fields = embed["fields"] as JsonArray ?? [];
        errors.Require($"{path}.fields", fields.Count <= 25, "Must be 25 or fewer in length.");
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i] as JsonObject ?? [];
            errors.Require($"{path}.fields.{i}", field["name"] is not null && field["value"] is not null, "This field is required");
            Part($"fields.{i}.name", field["name"], 1, 256);
            Part($"fields.{i}.value", field["value"], 1, 1_024);
        }

        if (Text(embed["url"]) is { } url)
            errors.Require($"{path}.url", Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https", "Not a well formed URL.");
        if (embed["color"] is JsonValue colour)
            errors.Require($"{path}.color", colour.TryGetValue<int>(out var number) && number is >= 0 and <= 0xFFFFFF, "int value should be less than or equal to 16777215.");
        return sum;
    }

    private static void CheckRows(JsonArray rows, FormErrors errors, HashSet<string> ids)
    {
        errors.Require("components", rows.Count <= 5, "Must be 5 or fewer in length.");
        for (var i = 0; i < rows.Count; i++)
        {
            var path = $"components.{i}";
            if (rows[i] is not JsonObject row || (row["type"] as JsonValue)?.GetValue<int>() != 1)
            {
                errors.Add(path, "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
                continue;
            }

            var parts = row["components"] as JsonArray ?? [];
            var isSelect = parts.Count > 0 && (parts[0]?["type"] as JsonValue)?.GetValue<int>() != 2;
            errors.Require($"{path}.components", parts.Count is >= 1 && parts.Count <= (isSelect ? 1 : 5), "Must be between 1 and 5 in length.");
            for (var j = 0; j < parts.Count; j++)
                ComponentRules.Check(parts[j] as JsonObject ?? [], $"{path}.components.{j}", errors, ids);
        }
    }
}
