using System.Globalization;
using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>Discord's objects, complete enough for other people's clients.</summary>
internal static class Payloads
{
    public static JsonObject User(string id, string name, bool bot = false) => new()
    {
        ["id"] = id,
        ["username"] = name,
        ["global_name"] = bot ? null : name,
        ["discriminator"] = "0",
        ["avatar"] = null,
        ["bot"] = bot,
        ["public_flags"] = 0,
    };

    public static JsonObject Member(JsonObject? user, ulong permissions, IEnumerable<string> roles)
    {
        var member = new JsonObject
        {
            ["nick"] = null,
            ["avatar"] = null,
            ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]),
            ["joined_at"] = "2025-01-20T10:00:00.000000+00:00",
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
            ["permissions"] = permissions.ToString(CultureInfo.InvariantCulture),
            ["communication_disabled_until"] = null,
        };
        if (user is not null)
            member["user"] = user.DeepClone();
        return member;
    }

    public static JsonObject Channel(string id, string guild, string name, ulong permissions) => new()
    {
        ["id"] = id,
        ["type"] = 0,
        ["guild_id"] = guild,
        ["name"] = name,
        ["position"] = 0,
        ["permission_overwrites"] = new JsonArray(),
        ["nsfw"] = false,
        ["topic"] = null,
        ["last_message_id"] = null,
        ["rate_limit_per_user"] = 0,
        ["parent_id"] = null,
        ["flags"] = 0,
        ["permissions"] = permissions.ToString(CultureInfo.InvariantCulture),
    };

    public static JsonObject Guild(string id, string owner, JsonObject botMember, JsonObject channel, ulong botPermissions) => new()
    {
        ["id"] = id,
        ["name"] = "Essais",
        ["icon"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["banner"] = null,
        ["description"] = null,
        ["owner_id"] = owner,
        ["region"] = "deprecated",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["verification_level"] = 0,
        ["default_message_notifications"] = 1,
        ["explicit_content_filter"] = 0,
        ["roles"] = new JsonArray(Role(id, "@everyone", botPermissions)),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["features"] = new JsonArray(),
        ["mfa_level"] = 0,
        ["application_id"] = null,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["max_members"] = 500_000,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = "en-US",
        ["nsfw_level"] = 0,
        ["nsfw"] = false,
        ["premium_progress_bar_enabled"] = false,
        ["joined_at"] = "2025-01-20T10:00:00.000000+00:00",
        ["large"] = false,
        ["unavailable"] = false,
        ["member_count"] = 3,
        ["members"] = new JsonArray(botMember.DeepClone()),
        ["channels"] = new JsonArray(channel.DeepClone()),
        ["threads"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["soundboard_sounds"] = new JsonArray(),
    };

    public static JsonObject Role(string id, string name, ulong permissions) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["position"] = 0,
        ["permissions"] = permissions.ToString(CultureInfo.InvariantCulture),
        ["managed"] = false,
        ["mentionable"] = false,
        ["flags"] = 0,
    };

    /// <summary>A message as it is shown, from the body that created it. Leading and trailing white space is trimmed, as Discord does.</summary>
    public static JsonObject Message(string id, string channel, JsonObject author, JsonObject body, DateTimeOffset at)
    {
        var message = new JsonObject
        {
            ["id"] = id,
            ["type"] = body["message_reference"] is null ? 0 : 19,
            ["channel_id"] = channel,
            ["author"] = author.DeepClone(),
            ["content"] = (MessageRules.Text(body["content"]) ?? "").Trim(),
            ["timestamp"] = at.ToString("yyyy-MM-ddTHH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture),
            ["edited_timestamp"] = null,
            ["tts"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = (body["attachments"] ?? new JsonArray()).DeepClone(),
            ["embeds"] = Embeds(body["embeds"] as JsonArray ?? []),
            ["components"] = (body["components"] ?? new JsonArray()).DeepClone(),
            ["pinned"] = false,
            ["flags"] = ComponentRules.Number(body["flags"]) ?? 0,
        };
        if (body["nonce"] is { } nonce)
            message["nonce"] = nonce.DeepClone();
        if (body["message_reference"] is { } reference)
            message["message_reference"] = reference.DeepClone();
        return message;
    }

    public static JsonArray Embeds(JsonArray embeds)
    {
        var shown = (JsonArray)embeds.DeepClone();
        foreach (var embed in shown.OfType<JsonObject>())
        {
            embed["type"] = "rich";
            foreach (var key in new[] { "title", "description" })
            {
                if (MessageRules.Text(embed[key]) is { } text)
                    embed[key] = text.Trim();
            }
        }

        return shown;
    }
}
