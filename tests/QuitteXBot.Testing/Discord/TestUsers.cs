using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>A user of the Discord for tests.</summary>
public sealed record TestUser(string Id, string Name, string Locale = "fr", ulong Permissions = 1UL << 11, params string[] Roles)
{
    /// <summary>The channel that they are in; null stands for the guild's first one.</summary>
    public string? Channel { get; init; }
}

/// <summary>What users do: commands, typing, buttons, forms, messages. Each call sends one interaction or message to the bot.</summary>
public sealed class TestUsers(TestDiscord discord) : IDisposable
{
    private const ulong Everyone = 1UL << 11;

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly InteractionRoutes responses = new(discord);

    /// <summary>HTTP interactions that were answered with another status than 200 or 202.</summary>
    public int HttpRefusals { get; private set; }

    /// <summary>What is given beyond the permissions of everyone comes from a role of the user's own, which the guild is told of.</summary>
    public TestUser New(string name, string locale = "fr", ulong permissions = Everyone, params string[] roles) =>
        new(discord.Ids.Next(), name, locale, permissions, permissions == Everyone ? roles : [.. roles, discord.AddRole(name, permissions)]);

    /// <summary>Options are <c>name, value</c> pairs; values are strings, or integers.</summary>
    public TestInteraction Slash(TestUser user, string command, params (string Name, object Value)[] options)
    {
        var (data, inner) = SlashData(command);
        inner["options"] = new JsonArray([.. options.Select(option => Option(option.Name, option.Value, focused: false))]);
        if (options.Select(option => option.Value).OfType<TestFile>().ToList() is { Count: > 0 } files)
            data["resolved"] = new JsonObject { ["attachments"] = new JsonObject(files.Select(file => KeyValuePair.Create(file.Id, (JsonNode?)file.Described(discord)))) };
        return Send(user, 2, data);
    }

    public TestInteraction Type(TestUser user, string command, string option, string typed, params (string Name, object Value)[] filled)
    {
        var (data, inner) = SlashData(command);
        inner["options"] = new JsonArray([.. filled.Select(other => Option(other.Name, other.Value, focused: false)), Option(option, typed, focused: true)]);
        return Send(user, 4, data);
    }

    public TestInteraction UseOnMessage(TestUser user, string command, string content, string author = "somebody")
    {
        var message = Payloads.Message(discord.Ids.Next(), discord.ChannelId, Payloads.User(discord.Ids.Next(), author), new JsonObject { ["content"] = content }, discord.Time.GetUtcNow());
        var id = MessageRules.Text(message["id"])!;
        var data = CommandData(command, 3);
        data["target_id"] = id;
        data["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = message } };
        return Send(user, 2, data);
    }

    public TestInteraction UseOnUser(TestUser user, string command, TestUser target)
    {
        var data = CommandData(command, 2);
        data["target_id"] = target.Id;
        data["resolved"] = new JsonObject
        {
            ["users"] = new JsonObject { [target.Id] = Payloads.User(target.Id, target.Name) },
            ["members"] = new JsonObject { [target.Id] = Payloads.Member(null, target.Permissions, target.Roles) },
        };
        return Send(user, 2, data);
    }

    /// <summary>Presses a button of a message, by its <c>custom_id</c>.</summary>
    public TestInteraction Press(TestUser user, string messageId, string customId) =>
        Send(user, 3, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 }, messageId);

    public TestInteraction Choose(TestUser user, string messageId, string customId, string value) =>
        Send(user, 3, new JsonObject { ["custom_id"] = customId, ["component_type"] = 3, ["values"] = new JsonArray(value) }, messageId);

    /// <summary>The fields of a form that was opened, whether they stand under labels or, the older way, in action rows.</summary>
    public static IReadOnlyList<JsonObject> FieldsOf(JsonNode form) =>
        [.. form["components"]!.AsArray().Select(part => (part!["component"] ?? part["components"]![0])!.AsObject())];

    /// <summary>Fills in a form; its fields come back as they were put into it.</summary>
    public TestInteraction Submit(TestUser user, string customId, string? messageId, params (string Field, string Text)[] fields)
    {
        var inRows = discord.World.IsFormInRows(customId);
        var components = fields.Select(field => (JsonNode)Filled(new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = field.Field, ["value"] = field.Text }, inRows));
        return Send(user, 5, new JsonObject { ["custom_id"] = customId, ["components"] = new JsonArray([.. components]) }, messageId);
    }

    /// <summary>Writes a message in the channel. Its text reaches the bot only where it mentions it, as without the privileged intent.</summary>
    public string Write(TestUser user, string content, string? replyTo = null)
    {
        var body = new JsonObject { ["content"] = content };
        if (replyTo is not null)
            body["message_reference"] = new JsonObject { ["message_id"] = replyTo, ["channel_id"] = discord.ChannelId };
        var message = Payloads.Message(discord.Ids.Next(), discord.ChannelId, Payloads.User(user.Id, user.Name), body, discord.Time.GetUtcNow());
        var mentions = content.Contains($"<@{discord.BotId}>", StringComparison.Ordinal) || replyTo is not null;
        if (mentions)
            message["mentions"] = new JsonArray(discord.World.Bot.DeepClone());
        discord.World.AddMessage((JsonObject)message.DeepClone());
        message["guild_id"] = discord.GuildId;
        message["member"] = Payloads.Member(null, user.Permissions, user.Roles);
        if (!mentions)
            message["content"] = "";
        discord.Dispatch("MESSAGE_CREATE", message, neededIntents: 1 << 9);
        return MessageRules.Text(message["id"])!;
    }

    public void Dispose() => http.Dispose();

    private static JsonObject Filled(JsonObject input, bool inRow) => inRow
        ? new JsonObject { ["type"] = 1, ["id"] = 1, ["components"] = new JsonArray(input) }
        : new JsonObject { ["type"] = 18, ["id"] = 1, ["component"] = input };

    private static JsonObject Option(string name, object value, bool focused)
    {
        var option = value switch
        {
            int number => new JsonObject { ["name"] = name, ["type"] = 4, ["value"] = number },
            TestFile file => new JsonObject { ["name"] = name, ["type"] = 11, ["value"] = file.Id },
            _ => new JsonObject { ["name"] = name, ["type"] = 3, ["value"] = value.ToString() },
        };
        if (focused)
            option["focused"] = true;
        return option;
    }

    /// <summary>The data of a slash command, and the part of it that holds the options: of a subcommand, where the name has two words.</summary>
    private (JsonObject Data, JsonObject Inner) SlashData(string command)
    {
        var words = command.Split(' ');
        var data = CommandData(words[0], 1);
        if (words.Length == 1)
            return (data, data);
        var inner = new JsonObject { ["name"] = words[1], ["type"] = 1 };
        data["options"] = new JsonArray(inner);
        return (data, inner);
    }

    private JsonObject CommandData(string name, int type)
    {
        return new JsonObject { ["id"] = discord.World.CommandId(discord.GuildId, name, type) ?? discord.Ids.Next(), ["name"] = name, ["type"] = type };
    }

    private TestInteraction Send(TestUser user, int type, JsonObject data, string? messageId = null)
    {
        var now = discord.Time.GetUtcNow();
        var interaction = new TestInteraction(discord.Ids.Next(), $"aW50ZXJhY3Rpb246{Guid.NewGuid():N}", type, now)
        {
            SourceMessageId = messageId,
            ChannelId = user.Channel ?? discord.ChannelId,
            UserId = user.Id,
        };
        discord.World.AddInteraction(interaction);
        var payload = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = discord.ApplicationId,
            ["type"] = type,
            ["data"] = data,
            ["guild"] = new JsonObject { ["id"] = discord.GuildId, ["locale"] = "en-US", ["features"] = new JsonArray() },
            ["guild_id"] = discord.GuildId,
            ["channel"] = (discord.World.FindChannel(user.Channel ?? "") ?? discord.World.Channel).DeepClone(),
            ["channel_id"] = user.Channel ?? discord.ChannelId,
            ["member"] = Payloads.Member(Payloads.User(user.Id, user.Name), user.Permissions, user.Roles),
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["app_permissions"] = discord.Options.BotPermissions.ToString(CultureInfo.InvariantCulture),
            ["locale"] = user.Locale,
            ["guild_locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = discord.GuildId },
            ["context"] = 0,
            ["attachment_size_limit"] = 10_485_760,
        };
        if (messageId is not null && discord.World.FindMessage(messageId) is { } message)
            payload["message"] = message;
        if (discord.Options.InteractionsUrl is { } url)
            _ = PostAsync(url, payload, interaction);
        else
            discord.Dispatch("INTERACTION_CREATE", payload);
        return interaction;
    }

    /// <summary>Sends a body to the endpoint, signed as Discord signs.</summary>
    public async Task<HttpResponseMessage> PostSignedAsync(Uri url, string body)
    {
        var timestamp = discord.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(discord.Signer.Sign(Encoding.UTF8.GetBytes(timestamp + body))));
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)");
        return await http.SendAsync(request);
    }

    private async Task PostAsync(Uri url, JsonObject payload, TestInteraction interaction)
    {
        try
        {
            using var response = await PostSignedAsync(url, payload.ToJsonString());
            var text = await response.Content.ReadAsStringAsync();
            interaction.Arrived(response.Content.Headers.ContentLength ?? Encoding.UTF8.GetByteCount(text));
            if ((int)response.StatusCode == 200 && JsonNode.Parse(text) is JsonObject answer)
                responses.Respond(interaction, answer);
            else if ((int)response.StatusCode != 202)
                HttpRefusals++;
        }
        catch (Exception fault) when (fault is HttpRequestException or ApiError or OperationCanceledException or System.Text.Json.JsonException)
        {
            HttpRefusals++;
            discord.Note($"http interaction: {fault.Message} {(fault as ApiError)?.Body.ToJsonString()}");
        }
    }
}
