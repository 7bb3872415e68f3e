using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Rendering;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet.Reading;

/// <summary>What Discord.Net read of an interaction, over the gateway or over HTTP, as the rest of the bot knows it.</summary>
internal static class InteractionMapping
{
    /// <param name="memberPermissions">What the user may do in the channel; Discord.Net does not pass on what Discord says.</param>
    public static Interaction Read(Net.IDiscordInteraction source, ulong memberPermissions) => WithData(
        new Interaction
        {
            Id = source.Id,
            ApplicationId = source.ApplicationId,
            Type = (InteractionType)(int)source.Type,
            Token = source.Token,
            UserId = source.User.Id,
            GuildId = source.GuildId,
            ChannelId = source.ChannelId,
            Roles = RolesOf(source.User),
            MemberPermissions = memberPermissions,
            AppPermissions = source.Permissions.RawValue is var bits and > 0 ? bits : null,
            Locale = source.UserLocale,
        },
        source);

    /// <summary>Discord.Net counts the role of everyone among a member's roles, Discord does not.</summary>
    public static ImmutableArray<ulong> RolesOf(Net.IUser user) =>
        user is Net.IGuildUser member ? [.. member.RoleIds.Where(role => role != member.GuildId)] : [];

    private static Interaction WithData(Interaction interaction, Net.IDiscordInteraction source) => source switch
    {
        Net.IMessageCommandInteraction command => interaction with
        {
            Command = command.Data.Name,
            CommandType = CommandType.Message,
            TargetMessage = command.Data.Message is { } message ? MessageMapping.ReadReplied(message, interaction.GuildId, interaction.ChannelId) : null,
        },
        Net.IUserCommandInteraction command => interaction with
        {
            Command = command.Data.Name,
            CommandType = CommandType.User,
            Target = (command.Data.User as Net.IGuildUser)?.Nickname ?? command.Data.User?.GlobalName ?? command.Data.User?.Username,
        },
        Net.ISlashCommandInteraction command => WithOptions(interaction, command.Data.Name, command.Data.Options),
        Net.IAutocompleteInteraction typing => interaction with
        {
            Command = string.Join(' ', typing.Data.Options.Where(option => IsGroup(option.Type)).Select(option => option.Name).Prepend(typing.Data.CommandName)),
            Options =
            [
                .. typing.Data.Options.Where(option => !IsGroup(option.Type))
                    .Select(option => new InteractionOption(option.Name, Text(option.Value), option.Focused)),
            ],
        },
        Net.IComponentInteraction component => interaction with
        {
            CustomId = component.Data.CustomId,
            Values = [.. component.Data.Values ?? []],
            Message = ReadMessage(component.Message),
        },
        Net.IModalInteraction form => interaction with
        {
            CustomId = form.Data.CustomId,
            Fields = form.Data.Components.Where(field => field.Value is not null).ToImmutableDictionary(field => field.CustomId, field => field.Value),
            Message = form.Message is { } message ? ReadMessage(message) : null,
        },
        _ => interaction,
    };

    private static Interaction WithOptions(Interaction interaction, string name, IEnumerable<Net.IApplicationCommandInteractionDataOption> options)
    {
        var list = options.ToList();
        return list.Find(option => IsGroup(option.Type)) is { } inner
            ? WithOptions(interaction, $"{name} {inner.Name}", inner.Options)
            : interaction with
            {
                Command = name,
                Options = [.. list.Select(option => new InteractionOption(option.Name, Text(option.Value), Focused: false))],
                Files = list.Select(option => option.Value).OfType<Net.IAttachment>().ToImmutableDictionary(Text, file => new SentFile(file.Filename, file.Url, file.Size)),
            };
    }

    private static bool IsGroup(Net.ApplicationCommandOptionType type) =>
        type is Net.ApplicationCommandOptionType.SubCommand or Net.ApplicationCommandOptionType.SubCommandGroup;

    /// <summary>As Discord sent it: a file is named by its number.</summary>
    private static string Text(object? value) => Convert.ToString(value is Net.IAttachment file ? file.Id : value, CultureInfo.InvariantCulture) ?? "";

    private static SourceMessage ReadMessage(Net.IUserMessage message) => new(
        message.Id,
        message.Reference is { MessageId.IsSpecified: true } reference ? reference.MessageId.Value : null,
        message.ReferencedMessage?.Content,
        message.Flags?.HasFlag(Net.MessageFlags.Ephemeral) == true,
        message.Embeds.FirstOrDefault() is { } embed
            ? embed.Footer is { } footer ? AskedText.Read(footer.Text) : null
            : AskedText.ReadPlain(message.Content));
}
