using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace QuitteXBot.Testing.Discord;

/// <summary>What each REST route does.</summary>
internal sealed class RestRoutes(TestDiscord discord)
{
    private const int MessageFlags = (1 << 2) | (1 << 12) | (1 << 13) | (1 << 15);
    private readonly InteractionRoutes interactions = new(discord);

    public (int Status, JsonNode? Answer) Do(HttpRequest request, string method, string[] parts, JsonNode? body, bool hasFiles) => (method, parts) switch
    {
        ("GET", ["gateway"]) => (200, new JsonObject { ["url"] = discord.GatewayUrl.AbsoluteUri }),
        ("GET", ["gateway", "bot"]) => (200, GatewayBot()),
        ("GET", ["users", "@me"]) => (200, discord.World.Bot.DeepClone()),
        ("POST", ["users", "@me", "channels"]) => (200, DirectChannel(Object(body)).DeepClone()),
        ("GET", ["users", "@me", "guilds"]) => (200, new JsonArray(PartialGuild())),
        ("GET", ["applications", "@me"] or ["oauth2", "applications", "@me"]) => (200, Application()),
        ("GET", ["guilds", var guild]) => (200, GuildOf(guild).DeepClone()),
        ("GET", ["guilds", var guild, "members", _]) when GuildOf(guild) is not null => (200, discord.World.BotMember.DeepClone()),
        ("GET", ["channels", var channel]) => (200, ChannelOf(channel).DeepClone()),
        (_, ["applications", var application, "commands", ..]) => Commands(request, method, application, "", parts[3..], body),
        (_, ["applications", var application, "guilds", var guild, "commands", ..]) => Commands(request, method, application, guild, parts[5..], body),
        ("POST", ["channels", var channel, "messages"]) => (200, CreateMessage(channel, Object(body), hasFiles)),
        ("GET", ["channels", var channel, "messages", var id]) => (200, ReadMessage(channel, id)),
        ("PATCH", ["channels", var channel, "messages", var id]) => (200, EditMessage(channel, id, Object(body))),
        ("DELETE", ["channels", var channel, "messages", var id]) => DeleteMessage(channel, id),
        (_, ["interactions" or "webhooks", ..]) => interactions.Do(request, method, parts, body, hasFiles),
        _ => throw new ApiError(404, 0, "404: Not Found"),
    };

    private JsonObject GatewayBot() => new()
    {
        ["url"] = discord.GatewayUrl.AbsoluteUri,
        ["shards"] = discord.Options.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1_000,
            ["remaining"] = discord.Options.SessionsRemaining,
            ["reset_after"] = 14_400_000,
            ["max_concurrency"] = discord.Options.MaxConcurrency,
        },
    };

    private JsonObject Application() => new()
    {
        ["id"] = discord.ApplicationId,
        ["name"] = "QuitteXBot",
        ["icon"] = null,
        ["description"] = "",
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["bot"] = discord.World.Bot.DeepClone(),
        ["verify_key"] = discord.PublicKey,
        ["interactions_endpoint_url"] = discord.Options.InteractionsUrl?.AbsoluteUri,
        ["owner"] = Payloads.User(discord.GuildId, "owner"),
        ["team"] = null,
        ["flags"] = 0,
        ["summary"] = "",
        ["rpc_origins"] = new JsonArray(),
        ["hook"] = true,
    };

    private JsonObject PartialGuild() => new()
    {
        ["id"] = discord.GuildId,
        ["name"] = "Essais",
        ["icon"] = null,
        ["owner"] = false,
        ["permissions"] = discord.Options.BotPermissions.ToString(CultureInfo.InvariantCulture),
        ["features"] = new JsonArray(),
    };

    private (int Status, JsonNode? Answer) Commands(HttpRequest request, string method, string application, string guild, string[] rest, JsonNode? body)
    {
        if (application != discord.ApplicationId)
            throw ApiError.NotFound(10002, "Unknown Application");
        if (guild.Length > 0 && (guild != discord.GuildId || !discord.Options.CommandsAllowed))
            throw new ApiError(403, 50001, "Missing Access");
        switch (method, rest)
        {
            case ("GET", []):
                return (200, new JsonArray([.. discord.World.CommandsOf(guild).Select(command => Localised(request, command))]));
            case ("POST", []):
                var (command, isNew) = discord.World.PutCommand(guild, Object(body));
                return (isNew ? 201 : 200, command);
            case ("PUT", []):
                var bodies = (body as JsonArray ?? throw new ApiError(400, 50035, "Invalid Form Body")).OfType<JsonObject>().ToList();
                bodies.ForEach(CommandRules.Check);
                discord.World.ClearCommands(guild);
                return (200, new JsonArray([.. bodies.Select(each => discord.World.PutCommand(guild, each).Command)]));
            case ("GET", [var id]):
                return (200, discord.World.CommandsOf(guild).FirstOrDefault(each => MessageRules.Text(each["id"]) == id) ?? throw ApiError.NotFound(10063, "Unknown application command"));
            case ("PATCH", [var id]):
                return (200, discord.World.PatchCommand(guild, id, Object(body)));
            case ("DELETE", [var id]):
                discord.World.DeleteCommand(guild, id);
                return (204, null);
            default:
                throw new ApiError(405, 0, "405: Method Not Allowed");
        }
    }

    private static JsonObject Localised(HttpRequest request, JsonObject command)
    {
        if (request.Query["with_localizations"].ToString() is "true" or "1" or "True")
            return command;
        command.Remove("name_localizations");
        command.Remove("description_localizations");
        return command;
    }

    private JsonObject CreateMessage(string channel, JsonObject body, bool hasFiles)
    {
        CheckPermissions(channel, body);
        MessageRules.Check(body, isEdit: false, MessageFlags, hasFiles);
        var nonce = MessageRules.Text(body["nonce"]);
        var enforced = nonce is not null && body["enforce_nonce"]?.GetValue<bool>() == true;
        if (enforced && discord.World.FindByNonce(discord.BotId, nonce!) is { } before)
            return before;
        var message = Payloads.Message(discord.Ids.Next(), channel, discord.World.Bot, body, discord.Time.GetUtcNow());
        if (message["message_reference"] is JsonObject reference)
            Refer(message, reference, channel);
        var stored = discord.World.AddMessage(message);
        if (enforced)
            discord.World.RememberNonce(discord.BotId, nonce!, MessageRules.Text(message["id"])!);
        return stored;
    }

    private void Refer(JsonObject message, JsonObject reference, string channel)
    {
        // Ids are strings, but numbers are taken as well: python3-discord sends them so.
        var target = discord.World.FindMessage(reference["message_id"]?.ToString() ?? "");
        reference["message_id"] = reference["message_id"]?.ToString();
        if (target is null && reference["fail_if_not_exists"]?.GetValue<bool>() != false)
            throw new ApiError(400, 50035, "Invalid Form Body");
        reference["channel_id"] = channel;
        reference["guild_id"] = discord.GuildId;
        reference.Remove("fail_if_not_exists");
        message["referenced_message"] = target;
    }

    private JsonObject ReadMessage(string channel, string id)
    {
        ChannelOf(channel);
        return discord.World.FindMessage(id) ?? throw ApiError.NotFound(10008, "Unknown Message");
    }

    private JsonObject EditMessage(string channel, string id, JsonObject body)
    {
        CheckPermissions(channel, body);
        MessageRules.Check(body, isEdit: true, MessageFlags);
        return discord.World.EditMessage(id, body);
    }

    private (int Status, JsonNode? Answer) DeleteMessage(string channel, string id)
    {
        ChannelOf(channel);
        discord.World.DeleteMessage(id);
        return (204, null);
    }

    private JsonObject GuildOf(string id) => id == discord.GuildId ? discord.World.Guild : throw ApiError.NotFound(10004, "Unknown Guild");

    private JsonObject ChannelOf(string id) =>
        id == discord.ChannelId ? discord.World.Channel : discord.World.FindChannel(id) ?? throw ApiError.NotFound(10003, "Unknown Channel");

    private void CheckPermissions(string channel, JsonObject body)
    {
        const ulong ViewChannel = 1 << 10;
        const ulong SendMessages = 1 << 11;
        const ulong EmbedLinks = 1 << 14;
        var own = MessageRules.Text(ChannelOf(channel)["permissions"]);
        var allowed = channel == discord.ChannelId ? discord.Options.BotPermissions : own is null ? ulong.MaxValue : ulong.Parse(own, CultureInfo.InvariantCulture);
        if ((allowed & ViewChannel) == 0)
            throw new ApiError(403, 50001, "Missing Access");
        if ((allowed & SendMessages) == 0)
            throw new ApiError(403, 50013, "Missing Permissions");
        if ((allowed & EmbedLinks) == 0 && body["embeds"] is JsonArray { Count: > 0 })
        {
            if (discord.Options.RefusesEmbeds)
                throw new ApiError(403, 50013, "Missing Permissions");
            body["embeds"] = new JsonArray();
        }
    }

    private JsonObject DirectChannel(JsonObject body)
    {
        var user = MessageRules.Text(body["recipient_id"]);
        return user is null || discord.Options.Unreachable.Contains(user) ? throw new ApiError(400, 50007, "Cannot send messages to this user") : discord.World.DirectChannel(user);
    }

    internal static JsonObject Object(JsonNode? body) => body as JsonObject ?? throw new ApiError(400, 50035, "Invalid Form Body");
}
