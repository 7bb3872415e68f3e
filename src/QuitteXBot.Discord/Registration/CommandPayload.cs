using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;

namespace QuitteXBot.Discord.Registration;

/// <summary>
/// Commands as Discord's JSON, from their definitions: English names by default, French ones as localisations.
/// https://discord.com/developers/docs/interactions/application-commands#application-command-object
/// </summary>
internal sealed class CommandPayload(CommandSet commands, IAssistant assistant)
{
    private const int SubcommandOption = 1;
    private const int StringOption = 3;
    private const int IntegerOption = 4;
    private const int AttachmentOption = 11;
    private const int LongestText = 300;
    private const long ManageMessages = 1 << 13;
    private const long ManageGuild = 1 << 5;

    private static readonly ImmutableHashSet<OptionKind> FixedChoices =
    [
        OptionKind.Reason, OptionKind.Platform, OptionKind.OrganisationKind, OptionKind.Language, OptionKind.Visibility, OptionKind.Command, OptionKind.Action,
        OptionKind.Switch,
    ];

    private static readonly ImmutableHashSet<OptionKind> Completed = FixedChoices.Union([OptionKind.Organisation, OptionKind.Place, OptionKind.Source]);

    /// <param name="isGlobal">Whether for all guilds: only then may it be said where else a command can be used.</param>
    public async Task<ImmutableArray<JsonObject>> BuildAsync(bool isGlobal, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<JsonObject>();
        foreach (var command in commands.Registered)
            all.Add(await SlashAsync(command, cancellationToken).ConfigureAwait(false));
        all.Add(Menu(CommandType.Message, CommandSet.MessageCommand));
        if (commands.Find(CommandNames.StatementAdd) is { Permission: var permission })
            all.Add(WithPermission(Menu(CommandType.Message, CommandSet.SaveCommand), permission));
        if (commands.Find(CommandNames.Suggest) is not null)
            all.Add(Menu(CommandType.Message, CommandSet.SuggestCommand));
        if (commands.Find(CommandNames.Why) is not null)
            all.Add(Menu(CommandType.User, CommandSet.UserCommand));
        foreach (var command in all.Where(_ => isGlobal))
            command["contexts"] = new JsonArray(0, 1);
        return all.ToImmutable();
    }

    private static JsonObject Menu(CommandType type, LocalisedText name) => new()
    {
        ["type"] = (int)type,
        ["name"] = name.English,
        ["name_localizations"] = new JsonObject { ["fr"] = name.French },
    };

    private async Task<JsonObject> SlashAsync(SlashCommand command, CancellationToken cancellationToken)
    {
        if (command.Definition is { } definition)
            return WithPermission(Named((int)CommandType.Slash, command.Name, definition.Summary, await OptionsAsync(definition, cancellationToken).ConfigureAwait(false)), definition.Permission);
        var members = new JsonArray();
        foreach (var member in command.Subcommands)
            members.Add((JsonNode)Named(SubcommandOption, member.Name, member.Definition.Summary, await OptionsAsync(member.Definition, cancellationToken).ConfigureAwait(false)));
        var summary = new LocalisedText(
            string.Join(" · ", command.Subcommands.Select(member => member.Name.French)), string.Join(" · ", command.Subcommands.Select(member => member.Name.English)));

        // Discord hides or shows a group as a whole.
        return WithPermission(Named((int)CommandType.Slash, command.Name, summary, members), command.Subcommands.Min(member => member.Definition.Permission));
    }

    private static JsonObject Named(int type, LocalisedText name, LocalisedText summary, JsonArray options) => new()
    {
        ["type"] = type,
        ["name"] = name.English,
        ["name_localizations"] = new JsonObject { ["fr"] = name.French },
        ["description"] = summary.English,
        ["description_localizations"] = new JsonObject { ["fr"] = summary.French },
        ["options"] = options,
    };

    /// <summary>Hides a command from those who may not use it; whoever may is decided by the bot.</summary>
    private static JsonObject WithPermission(JsonObject command, Permission permission)
    {
        if (permission != Permission.Community)
            command["default_member_permissions"] = (permission == Permission.Moderator ? ManageMessages : ManageGuild).ToString(CultureInfo.InvariantCulture);
        return command;
    }

    private async Task<JsonArray> OptionsAsync(CommandDefinition definition, CancellationToken cancellationToken)
    {
        var options = new JsonArray();
        foreach (var option in CommandSet.Offered(definition))
            options.Add((JsonNode)await OptionAsync(definition, option, cancellationToken).ConfigureAwait(false));
        return options;
    }

    private async Task<JsonObject> OptionAsync(CommandDefinition definition, OptionDefinition option, CancellationToken cancellationToken)
    {
        var type = option.Kind switch
        {
            OptionKind.Page => IntegerOption,
            OptionKind.Attachment => AttachmentOption,
            _ => StringOption,
        };
        var json = new JsonObject
        {
            ["type"] = type,
            ["name"] = option.Name,
            ["name_localizations"] = new JsonObject { ["fr"] = option.FrenchName },
            ["description"] = option.Summary.English,
            ["description_localizations"] = new JsonObject { ["fr"] = option.Summary.French },
        };
        if (option.Required)
            json["required"] = true;
        if (type == IntegerOption)
            json["min_value"] = 1;
        else if (await ChoicesAsync(definition, option, cancellationToken).ConfigureAwait(false) is { } choices)
            json["choices"] = choices;
        else if (type == StringOption)
            AddTyping(json, option);
        return json;
    }

    private static void AddTyping(JsonObject json, OptionDefinition option)
    {
        json["max_length"] = option.Kind switch
        {
            OptionKind.Text => LongestText,
            OptionKind.Verbatim => DiscordLimits.StringOption,
            _ => DiscordLimits.ChoiceText,
        };
        if (Completed.Contains(option.Kind))
            json["autocomplete"] = true;
    }

    /// <summary>The choices of a fixed list, or null where it is none or has too many for a list: then they are completed while typing.</summary>
    private async Task<JsonArray?> ChoicesAsync(CommandDefinition definition, OptionDefinition option, CancellationToken cancellationToken)
    {
        if (!FixedChoices.Contains(option.Kind))
            return null;
        var english = await assistant.CompleteAsync(definition.Name, option.Name, "", Language.English, cancellationToken).ConfigureAwait(false);
        var french = await assistant.CompleteAsync(definition.Name, option.Name, "", Language.French, cancellationToken).ConfigureAwait(false);
        if (english.Length is 0 or >= DiscordLimits.Choices)
            return null;
        var choices = new JsonArray();
        foreach (var choice in english)
        {
            var json = new JsonObject { ["name"] = choice.Label, ["value"] = choice.Value };
            if (french.FirstOrDefault(other => other.Value == choice.Value) is { } same)
                json["name_localizations"] = new JsonObject { ["fr"] = same.Label };
            choices.Add((JsonNode)json);
        }

        return choices;
    }
}
