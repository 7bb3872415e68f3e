using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Reads Discord's JSON of an interaction. Unknown parts are passed over; what is needed and missing makes it null.</summary>
internal static class InteractionParser
{
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;
    private const int EphemeralFlag = 1 << 6;

    public static Interaction? Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Id(root, "id") is not { } id || Id(root, "application_id") is not { } application
            || Text(root, "token") is not { } token || Number(root, "type") is not { } type)
            return null;
        var member = Object(root, "member");
        var user = member is { } inGuild ? Object(inGuild, "user") : Object(root, "user");
        var interaction = new Interaction
        {
            Id = id,
            ApplicationId = application,
            Token = token,
            Type = (InteractionType)type,
            UserId = user is { } known ? Id(known, "id") ?? 0 : 0,
            GuildId = Id(root, "guild_id"),
            ChannelId = Id(root, "channel_id"),
            Roles = member is { } owner ? Ids(owner, "roles") : [],
            MemberPermissions = member is { } person ? Bits(person, "permissions") ?? 0 : 0,
            AppPermissions = Bits(root, "app_permissions"),
            Locale = Text(root, "locale"),
            Message = Object(root, "message") is { } message ? ReadMessage(message) : null,
        };
        return Object(root, "data") is { } data ? WithData(interaction, data) : interaction;
    }

    public static ulong? Id(JsonElement element, string name) => Snowflake.TryParse(Text(element, name), out var id) ? id : null;

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static JsonElement? Object(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static IEnumerable<JsonElement> Array(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    public static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static ulong? Bits(JsonElement element, string name) => ulong.TryParse(Text(element, name), out var bits) ? bits : null;

    public static ImmutableArray<ulong> Ids(JsonElement element, string name) =>
        [.. Array(element, name).Where(entry => entry.ValueKind == JsonValueKind.String)
            .Select(entry => Snowflake.TryParse(entry.GetString(), out var id) ? id : 0).Where(id => id != 0)];

    private static Interaction WithData(Interaction interaction, JsonElement data)
    {
        var (name, options) = Flatten(Text(data, "name") ?? "", data);
        return interaction with
        {
            Command = name,
            CommandType = interaction.Type is InteractionType.Command or InteractionType.Autocomplete ? (CommandType)(Number(data, "type") ?? 1) : CommandType.Slash,
            Options = options,
            Target = ReadTarget(data),
            TargetMessage = ReadTargetMessage(interaction, data),
            Files = ReadFiles(data),
            CustomId = Text(data, "custom_id") ?? "",
            Values = [.. Array(data, "values").Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)],
            Fields = interaction.Type == InteractionType.ModalSubmit ? ReadFields(data) : ImmutableDictionary<string, string>.Empty,
        };
    }

    private static (string Name, ImmutableArray<InteractionOption> Options) Flatten(string name, JsonElement data)
    {
        var options = ImmutableArray.CreateBuilder<InteractionOption>();
        foreach (var option in Array(data, "options"))
        {
            if (option.ValueKind != JsonValueKind.Object || Text(option, "name") is not { } optionName)
                continue;
            if (Number(option, "type") is Subcommand or SubcommandGroup)
                return Flatten($"{name} {optionName}", option);
            if (option.TryGetProperty("value", out var value))
                options.Add(new(optionName, value.ToString(), option.TryGetProperty("focused", out var focused) && focused.ValueKind == JsonValueKind.True));
        }

        return (name, options.ToImmutable());
    }

    private static string? ReadTarget(JsonElement data)
    {
        if (Text(data, "target_id") is not { } id || Object(data, "resolved") is not { } resolved)
            return null;
        var nick = Object(resolved, "members") is { } members && Object(members, id) is { } member ? Text(member, "nick") : null;
        var user = Object(resolved, "users") is { } users ? Object(users, id) : null;
        return nick ?? (user is { } known ? ShownName(known) : null);
    }

    private static string? ShownName(JsonElement user) => Text(user, "global_name") ?? Text(user, "username");

    /// <summary>A message command carries the message's text, without any privileged intent.</summary>
    private static RepliedMessage? ReadTargetMessage(Interaction interaction, JsonElement data)
    {
        if (Text(data, "target_id") is not { } id || Object(data, "resolved") is not { } resolved || Object(resolved, "messages") is not { } messages
            || Object(messages, id) is not { } message)
            return null;
        return ReadReplied(message, interaction.GuildId, interaction.ChannelId);
    }

    /// <summary>A message as one that something is asked about.</summary>
    public static RepliedMessage ReadReplied(JsonElement message, ulong? guild, ulong? channel)
    {
        var place = guild is { } number ? Snowflake.Write(number) : "@me";
        return new(
            Text(message, "content") ?? "",
            Object(message, "author") is { } author ? ShownName(author) : null,
            (Id(message, "channel_id") ?? channel) is { } known && Id(message, "id") is { } id
                ? $"https://discord.com/channels/{place}/{Snowflake.Write(known)}/{Snowflake.Write(id)}"
                : null,
            DateTimeOffset.TryParse(Text(message, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null);
    }

    private static ImmutableDictionary<string, SentFile> ReadFiles(JsonElement data)
    {
        var files = ImmutableDictionary.CreateBuilder<string, SentFile>();
        if (Object(data, "resolved") is { } resolved && Object(resolved, "attachments") is { } attachments)
        {
            foreach (var attachment in attachments.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.Object))
            {
                if (Text(attachment.Value, "url") is { } url)
                    files[attachment.Name] = new(Text(attachment.Value, "filename") ?? "", url, Number(attachment.Value, "size") ?? int.MaxValue);
            }
        }

        return files.ToImmutable();
    }

    private static ImmutableDictionary<string, string> ReadFields(JsonElement data)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var part in Array(data, "components").Where(part => part.ValueKind == JsonValueKind.Object))
        {
            // A label holds one component; the older action row holds a list.
            var inputs = Object(part, "component") is { } single ? [single] : Array(part, "components");
            foreach (var input in inputs.Where(input => input.ValueKind == JsonValueKind.Object))
            {
                if (Text(input, "custom_id") is { } id && Text(input, "value") is { } value)
                    fields[id] = value;
            }
        }

        return fields.ToImmutable();
    }

    private static SourceMessage? ReadMessage(JsonElement message)
    {
        if (Id(message, "id") is not { } id)
            return null;
        var reference = Object(message, "message_reference");
        var referenced = Object(message, "referenced_message");
        return new(
            id,
            reference is { } link ? Id(link, "message_id") : null,
            referenced is { } other ? Text(other, "content") : null,
            ((Number(message, "flags") ?? 0) & EphemeralFlag) != 0,
            ReadAskedText(message));
    }

    private static string? ReadAskedText(JsonElement message) =>
        Array(message, "embeds").FirstOrDefault() is { ValueKind: JsonValueKind.Object } embed
            ? Object(embed, "footer") is { } footer && Text(footer, "text") is { } foot ? AskedText.Read(foot) : null
            : Text(message, "content") is { } content ? AskedText.ReadPlain(content) : null;
}
