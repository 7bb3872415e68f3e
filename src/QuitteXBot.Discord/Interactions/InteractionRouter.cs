using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Registration;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Decides what is to be done for each interaction, and makes the request to the assistant out of it.</summary>
internal sealed class InteractionRouter(
    CommandSet commands,
    IAssistant assistant,
    ReplyPresenter presenter,
    ComponentHandler components,
    AttachmentReader attachments,
    Askers askers,
    DiscordOptions options)
{
    private const int LongestQuestion = 2_000;

    public InteractionPlan Plan(Interaction interaction) => interaction.Type switch
    {
        InteractionType.Command when interaction.CommandType == CommandType.Message => PlanMessageCommand(interaction),
        InteractionType.Command when interaction.CommandType == CommandType.User => PlanUserCommand(interaction),
        InteractionType.Command => PlanSlash(interaction),
        InteractionType.Autocomplete => PlanSuggestions(interaction),
        InteractionType.Component => components.PlanComponent(interaction),
        InteractionType.ModalSubmit => components.PlanModal(interaction),
        _ => InteractionPlan.Now(new NewMessage(AnswerRenderer.Remark(Texts(interaction).Outdated))),
    };

    public static InteractionAnswer Failure(Interaction interaction, string reference) =>
        interaction.Type == InteractionType.Autocomplete
            ? new Suggestions([])
            : new NewMessage(AnswerRenderer.Remark(string.Format(CultureInfo.InvariantCulture, Texts(interaction).Failure, reference)));

    public static OutgoingMessage OnlyForYou(Interaction interaction) => AnswerRenderer.Remark(Texts(interaction).OnlyForYou) with { Ephemeral = false };

    private static UiTexts Texts(Interaction interaction) => UiTexts.In(Locales.Of(interaction.Locale));

    private InteractionPlan PlanSlash(Interaction interaction)
    {
        if (commands.Find(interaction.Command) is not { } definition)
            return InteractionPlan.Now(new NewMessage(AnswerRenderer.Remark(Texts(interaction).Outdated)));
        var given = interaction.Options.GroupBy(option => option.Name).ToDictionary(group => group.Key, group => group.Last().Value);
        var language = Locales.Parse(ValueOf(definition, OptionKind.Language, given)) ?? Locales.Of(interaction.Locale);
        var ephemeral = ValueOf(definition, OptionKind.Visibility, given) == "me" || CommandSet.IsPersonal(definition);
        var plain = Plain(definition, given, commands.KnowsVisibility(definition.Name) ? null : OptionKind.Visibility);
        var request = new CommandRequest(definition.Name, plain, askers.Of(interaction), language);
        return new InteractionPlan(Deferral.NewMessage, ephemeral, async token =>
        {
            if (ValueOf(definition, OptionKind.Attachment, given) is { } file)
            {
                var (enclosure, isTooLong) = interaction.Files.GetValueOrDefault(file) is { } sent ? await attachments.ReadAsync(sent, token).ConfigureAwait(false) : default;
                if (enclosure is null)
                    return new NewMessage(AnswerRenderer.Remark(WhyUnread(UiTexts.In(language), isTooLong)));
                request = request with { Asker = request.Asker with { Enclosure = enclosure } };
            }

            var reply = await assistant.ExecuteAsync(request, token).ConfigureAwait(false);
            // Words that are kept exactly are too long to be carried along; what was made of them has a draft.
            var again = Plain(definition, given, OptionKind.Visibility);
            var isLong = definition.Options.Any(option => option.Kind == OptionKind.Verbatim && again.ContainsKey(option.Name));
            return isLong
                ? Present(interaction, reply, "", ImmutableDictionary<string, string>.Empty, ephemeral)
                : Present(interaction, reply, request.Command, again, ephemeral);
        });
    }

    private static string WhyUnread(UiTexts texts, bool isTooLong) =>
        isTooLong ? string.Format(CultureInfo.InvariantCulture, texts.AttachmentTooLong, AttachmentReader.Longest / 1_048_576) : texts.AttachmentUnreadable;

    private InteractionPlan PlanMessageCommand(Interaction interaction)
    {
        if (interaction.Command == CommandSet.SaveCommand.English)
            return PlanOnMessage(interaction, CommandNames.StatementAdd);
        if (interaction.Command == CommandSet.SuggestCommand.English)
            return PlanOnMessage(interaction, CommandNames.Suggest);
        var text = interaction.TargetMessage?.Text.Trim() ?? "";
        if (text.Length == 0)
            return InteractionPlan.Now(new NewMessage(AnswerRenderer.Remark(Texts(interaction).NothingToSearch)));
        var question = text[..Math.Min(text.Length, LongestQuestion)];
        return new InteractionPlan(Deferral.NewMessage, true, async token =>
        {
            var reply = await assistant.AskAsync(question, askers.Of(interaction), Locales.Find(interaction.Locale), token).ConfigureAwait(false);
            return Present(interaction, reply, "", ImmutableDictionary<string, string>.Empty.Add(ComponentHandler.QuestionOption, question), ephemeral: true);
        });
    }

    /// <summary>A command about the message that it was chosen on. Its form carries on with what was read there.</summary>
    private InteractionPlan PlanOnMessage(Interaction interaction, string command)
    {
        var asker = askers.Of(interaction) with { RepliedTo = interaction.TargetMessage };
        var request = new CommandRequest(command, ImmutableDictionary<string, string>.Empty, asker, Locales.Of(interaction.Locale));
        return new InteractionPlan(Deferral.NewMessage, true, async token =>
        {
            var reply = await assistant.ExecuteAsync(request, token).ConfigureAwait(false);
            return Present(interaction, reply, "", ImmutableDictionary<string, string>.Empty, ephemeral: true);
        });
    }

    private InteractionPlan PlanUserCommand(Interaction interaction)
    {
        var why = commands.Slash.FirstOrDefault(definition => definition.Name == "why");
        if (why?.Options.FirstOrDefault(option => option.Kind == OptionKind.Organisation) is not { } option || interaction.Target is not { Length: > 0 } name)
            return InteractionPlan.Now(new NewMessage(AnswerRenderer.Remark(Texts(interaction).NothingToSearch)));
        var request = new CommandRequest(
            why.Name, ImmutableDictionary<string, string>.Empty.Add(option.Name, name), askers.Of(interaction), Locales.Of(interaction.Locale));
        return new InteractionPlan(Deferral.NewMessage, true, async token =>
        {
            var reply = await assistant.ExecuteAsync(request, token).ConfigureAwait(false);
            return Present(interaction, reply, request.Command, request.Options, ephemeral: true);
        });
    }

    private InteractionPlan PlanSuggestions(Interaction interaction)
    {
        if (interaction.Options.FirstOrDefault(option => option.Focused) is not { } typed || commands.Find(interaction.Command) is not { } definition
            || definition.Options.All(option => option.Name != typed.Name))
            return InteractionPlan.Now(new Suggestions([]));
        return new InteractionPlan(Deferral.None, false, async token =>
        {
            var text = typed.Value[..Math.Min(typed.Value.Length, DiscordLimits.ChoiceText)];
            return new Suggestions(await assistant.CompleteAsync(definition.Name, typed.Name, text, Locales.Of(interaction.Locale), token).ConfigureAwait(false));
        });
    }

    private InteractionAnswer Present(
        Interaction interaction, Reply reply, string command, ImmutableDictionary<string, string> given, bool ephemeral)
    {
        var hidden = ephemeral || reply.Private || reply.Outcome is Outcome.Denied or Outcome.Invalid;
        var context = new AnswerContext(interaction.UserId, QuestionKind.Command, command, given, 0, Embedding.IsOff(interaction, options), hidden);
        return presenter.Present(interaction, reply, context, inPlace: false);
    }

    private static string? ValueOf(CommandDefinition definition, OptionKind kind, Dictionary<string, string> given) =>
        definition.Options.FirstOrDefault(option => option.Kind == kind) is { } option ? given.GetValueOrDefault(option.Name) : null;

    /// <summary>The options without the language and the file, which are told otherwise, and without another one that is not to be passed on.</summary>
    private static ImmutableDictionary<string, string> Plain(CommandDefinition definition, Dictionary<string, string> given, OptionKind? without) =>
        given.Where(pair => definition.Options.Any(option => option.Name == pair.Key && option.Kind is not (OptionKind.Language or OptionKind.Attachment) && option.Kind != without))
            .ToImmutableDictionary();
}
