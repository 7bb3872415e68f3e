using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>What there is on the Discord for tests: commands, messages, interactions.</summary>
internal sealed class TestWorld
{
    private readonly TestDiscord discord;
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<JsonObject>> commands = [];
    private readonly Dictionary<string, JsonObject> messages = [];
    private readonly Queue<string> order = new();
    private readonly Dictionary<string, (string Message, DateTimeOffset At)> nonces = [];
    private readonly ConcurrentDictionary<string, TestInteraction> byToken = new();
    private readonly ConcurrentDictionary<string, bool> forms = new();
    private readonly ConcurrentQueue<string> tokens = new();
    private readonly ConcurrentDictionary<string, TestFile> files = new();
    private readonly ConcurrentDictionary<string, JsonObject> channels = new();
    private readonly ConcurrentDictionary<string, string> direct = new();

    public TestWorld(TestDiscord discord)
    {
        this.discord = discord;
        Bot = Payloads.User(discord.BotId, "quittexbot", bot: true);
        Channel = Payloads.Channel(discord.ChannelId, discord.GuildId, "general", discord.Options.BotPermissions);
        BotMember = Payloads.Member(Bot, discord.Options.BotPermissions, []);
        Guild = Payloads.Guild(discord.GuildId, discord.BotId, BotMember, Channel, discord.Options.BotPermissions);
    }

    public JsonObject Bot { get; }

    public JsonObject BotMember { get; }

    public JsonObject Channel { get; }

    public JsonObject Guild { get; }

    /// <summary>Remembers how the fields of a form that was opened stand in it.</summary>
    public void OpenForm(JsonObject form) =>
        forms[MessageRules.Text(form["custom_id"]) ?? ""] = (form["components"] as JsonArray)?.Any(part => part?["components"] is not null) == true;

    /// <summary>Whether the fields of a form stand in action rows.</summary>
    public bool IsFormInRows(string customId) => forms.GetValueOrDefault(customId);

    /// <summary>Files that users attached, by their number.</summary>
    public TestFile? FindFile(string id) => files.GetValueOrDefault(id);

    public void KeepFile(TestFile file) => files[file.Id] = file;

    /// <summary>Another channel of the guild.</summary>
    /// <param name="permissions">What the bot may do there.</param>
    public string AddChannel(string name, ulong permissions)
    {
        var id = discord.Ids.Next();
        channels[id] = Payloads.Channel(id, discord.GuildId, name, permissions);
        return id;
    }

    public void DeleteChannel(string id) => channels.TryRemove(id, out _);

    public JsonObject? FindChannel(string id) => channels.GetValueOrDefault(id);

    /// <summary>The direct channel between the bot and a user.</summary>
    public JsonObject DirectChannel(string user)
    {
        var id = direct.GetOrAdd(user, _ => discord.Ids.Next());
        return channels.GetOrAdd(id, _ => new JsonObject { ["id"] = id, ["type"] = 1, ["recipients"] = new JsonArray(Payloads.User(user, "user")) });
    }

    public IReadOnlyList<JsonObject> Messages
    {
        get
        {
            lock (gate)
                return [.. order.Where(messages.ContainsKey).Select(id => (JsonObject)messages[id].DeepClone())];
        }
    }

    public IReadOnlyList<JsonObject> CommandsOf(string guild)
    {
        lock (gate)
            return [.. (commands.GetValueOrDefault(guild) ?? []).Select(command => (JsonObject)command.DeepClone())];
    }

    /// <summary>The id of a command that is registered globally or for the guild; null where none is called so.</summary>
    public string? CommandId(string guild, string name, int type)
    {
        lock (gate)
        {
            var all = (commands.GetValueOrDefault("") ?? []).Concat(commands.GetValueOrDefault(guild) ?? []);
            return MessageRules.Text(all.FirstOrDefault(command => MessageRules.Text(command["name"]) == name && ComponentRules.Number(command["type"]) == type)?["id"]);
        }
    }

    /// <summary>Adds a command, or replaces the one of the same type and name.</summary>
    public (JsonObject Command, bool IsNew) PutCommand(string guild, JsonObject body)
    {
        CommandRules.Check(body);
        lock (gate)
        {
            var list = commands.TryGetValue(guild, out var known) ? known : commands[guild] = [];
            var type = ComponentRules.Number(body["type"]) ?? 1;
            var index = list.FindIndex(other => ComponentRules.Number(other["type"]) == type && MessageRules.Text(other["name"]) == MessageRules.Text(body["name"]));
            var most = type == 1 ? 100 : 15;
            if (index < 0 && list.Count(other => ComponentRules.Number(other["type"]) == type) >= most)
                throw new ApiError(400, 30032, $"Maximum number of application commands reached ({most}).");
            var command = Complete(guild, body, index < 0 ? discord.Ids.Next() : MessageRules.Text(list[index]["id"])!);
            if (index < 0)
                list.Add(command);
            else
                list[index] = command;
            return ((JsonObject)command.DeepClone(), index < 0);
        }
    }

    public JsonObject PatchCommand(string guild, string id, JsonObject body)
    {
        lock (gate)
        {
            var list = commands.GetValueOrDefault(guild) ?? [];
            var index = list.FindIndex(command => MessageRules.Text(command["id"]) == id);
            if (index < 0)
                throw ApiError.NotFound(10063, "Unknown application command");
            var merged = (JsonObject)list[index].DeepClone();
            foreach (var (key, value) in body)
                merged[key] = value?.DeepClone();
            foreach (var key in new[] { "application_id", "version", "guild_id" })
                merged.Remove(key);
            CommandRules.Check(merged);
            return (JsonObject)(list[index] = Complete(guild, merged, id)).DeepClone();
        }
    }

    public void DeleteCommand(string guild, string id)
    {
        lock (gate)
        {
            if ((commands.GetValueOrDefault(guild) ?? []).RemoveAll(command => MessageRules.Text(command["id"]) == id) == 0)
                throw ApiError.NotFound(10063, "Unknown application command");
        }
    }

    public void ClearCommands(string guild)
    {
        lock (gate)
            commands.Remove(guild);
    }

    public JsonObject AddMessage(JsonObject message)
    {
        var copy = (JsonObject)message.DeepClone();
        Keep(message);
        return copy;
    }

    /// <summary>Adds a message, which belongs to the world from then on.</summary>
    public void Keep(JsonObject message)
    {
        lock (gate)
        {
            var id = MessageRules.Text(message["id"])!;
            messages[id] = message;
            order.Enqueue(id);
            if (order.Count > discord.Options.MostKept)
                messages.Remove(order.Dequeue());
        }
    }

    /// <summary>The message that was sent with the same enforced nonce before.</summary>
    public JsonObject? FindByNonce(string author, string nonce)
    {
        lock (gate)
        {
            // "In the past few minutes", says the documentation.
            return nonces.TryGetValue($"{author}|{nonce}", out var known) && discord.Time.GetUtcNow() - known.At < TimeSpan.FromMinutes(5)
                && messages.TryGetValue(known.Message, out var message)
                ? (JsonObject)message.DeepClone()
                : null;
        }
    }

    public void RememberNonce(string author, string nonce, string id)
    {
        lock (gate)
            nonces[$"{author}|{nonce}"] = (id, discord.Time.GetUtcNow());
    }

    public JsonObject? FindMessage(string id)
    {
        lock (gate)
            return messages.TryGetValue(id, out var message) ? (JsonObject)message.DeepClone() : null;
    }

    public JsonObject EditMessage(string id, JsonObject body)
    {
        lock (gate)
        {
            if (!messages.TryGetValue(id, out var message))
                throw ApiError.NotFound(10008, "Unknown Message");
            if (body.ContainsKey("content"))
                message["content"] = (MessageRules.Text(body["content"]) ?? "").Trim();
            if (body["embeds"] is JsonArray embeds)
                message["embeds"] = Payloads.Embeds(embeds);
            if (body["components"] is JsonArray components)
                message["components"] = components.DeepClone();
            if (body["attachments"] is JsonArray attachments)
                message["attachments"] = attachments.DeepClone();
            message["edited_timestamp"] = discord.Time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.ffffff+00:00", System.Globalization.CultureInfo.InvariantCulture);
            const int SuppressEmbeds = 1 << 2;
            var flags = (ComponentRules.Number(message["flags"]) ?? 0) & ~128;
            // An edit can set and unset this flag alone.
            message["flags"] = ComponentRules.Number(body["flags"]) is { } wanted ? (flags & ~SuppressEmbeds) | (wanted & SuppressEmbeds) : flags;
            return (JsonObject)message.DeepClone();
        }
    }

    public void DeleteMessage(string id)
    {
        lock (gate)
        {
            if (!messages.Remove(id))
                throw ApiError.NotFound(10008, "Unknown Message");
        }
    }

    public void AddInteraction(TestInteraction interaction)
    {
        byToken[interaction.Token] = interaction;
        tokens.Enqueue(interaction.Token);
        if (tokens.Count <= discord.Options.MostKept || !tokens.TryDequeue(out var oldest))
            return;
        if (byToken[oldest].Acknowledged == 0 && discord.Time.GetUtcNow() - byToken[oldest].CreatedAt < discord.Options.FirstAnswer)
            tokens.Enqueue(oldest);
        else
            byToken.TryRemove(oldest, out _);
    }

    public TestInteraction FindInteraction(string token, int code, string message)
    {
        if (!byToken.TryGetValue(token, out var interaction) || discord.Time.GetUtcNow() - interaction.CreatedAt > TimeSpan.FromMinutes(15))
            throw ApiError.NotFound(code, message);
        return interaction;
    }

    private JsonObject Complete(string guild, JsonObject body, string id)
    {
        var command = (JsonObject)body.DeepClone();
        command["id"] = id;
        command["application_id"] = discord.ApplicationId;
        command["version"] = discord.Ids.Next();
        command.TryAdd("type", 1);
        command.TryAdd("description", "");
        // Taken as a number too, and always told as text.
        command["default_member_permissions"] = command["default_member_permissions"]?.ToString();
        command.TryAdd("name_localizations", null);
        command.TryAdd("description_localizations", null);
        command["nsfw"] = false;
        command["dm_permission"] = true;
        if (guild.Length > 0)
        {
            command["guild_id"] = guild;
        }
        else
        {
            command.TryAdd("contexts", null);
            command.TryAdd("integration_types", new JsonArray(0));
        }

        return command;
    }
}
