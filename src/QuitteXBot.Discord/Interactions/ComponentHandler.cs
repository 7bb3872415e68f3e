using System.Collections.Immutable;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Mentions;
using QuitteXBot.Discord.Permissions;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Buttons, selects and forms. What each does is in its <c>custom_id</c>; whoever may not use it is told so, and nothing happens.</summary>
internal sealed class ComponentHandler(
    ComponentCodec codec,
    IAssistant assistant,
    ReplyPresenter presenter,
    FormMemory forms,
    IDiscordClient client,
    BotIdentity bot,
    Askers askers,
    DiscordPermissions permissions,
    DiscordOptions options)
{
    /// <summary>Stands for a free question among the options of a state without a command.</summary>
    public const string QuestionOption = "text";

    private const ulong ManageMessages = 1 << 13;

    public InteractionPlan PlanComponent(Interaction interaction)
    {
        var state = codec.Decode(interaction.CustomId, interaction.Message?.AskedText);
        if (state is { Kind: ComponentKind.Menu })
            state = interaction.Values.Length == 1 ? codec.Decode(interaction.Values[0], interaction.Message?.AskedText) : null;
        return state switch
        {
            null => Refuse(UiTexts.In(Locales.Of(interaction.Locale)).Outdated),
            { Kind: ComponentKind.Turn or ComponentKind.Choose or ComponentKind.Step or ComponentKind.Refill } when state.Owner != interaction.UserId => Refuse(UiTexts.In(state.Language).NotYours),
            { Kind: ComponentKind.Turn or ComponentKind.Choose or ComponentKind.Step } => PlanTurn(interaction, state),
            { Kind: ComponentKind.Refill } => PlanRefill(state),
            // Whoever reports an error does so in their own language, not in the answer's.
            { Kind: ComponentKind.Show, Command: CommandNames.Report } => PlanShow(interaction, state with { Language = Locales.Find(interaction.Locale) ?? state.Language }),
            { Kind: ComponentKind.Show } => PlanShow(interaction, state),
            { Kind: ComponentKind.Delete } when !MayDelete(interaction, state) => Refuse(UiTexts.In(state.Language).NotYours),
            { Kind: ComponentKind.Delete } => InteractionPlan.Now(new DeletedMessage()),
            _ => Refuse(UiTexts.In(state.Language).Outdated),
        };
    }

    /// <summary>A form that was filled in: its fields are the options that its command lacked.</summary>
    public InteractionPlan PlanModal(Interaction interaction)
    {
        if (codec.Decode(interaction.CustomId) is not { Kind: ComponentKind.Form } state)
            return Refuse(UiTexts.In(Locales.Of(interaction.Locale)).Outdated);
        if (state.Owner != interaction.UserId)
            return Refuse(UiTexts.In(state.Language).NotYours);

        // What was signed stands, whatever fields a program that is not Discord's may add.
        var request = new CommandRequest(state.Command, interaction.Fields.SetItems(state.Options), askers.Of(interaction), state.Language);
        var inPlace = state.Page > 0 && interaction.Message is not null;
        return new InteractionPlan(inPlace ? Deferral.Update : Deferral.NewMessage, true, async token =>
        {
            var reply = await assistant.ExecuteAsync(request, token).ConfigureAwait(false);
            var context = ContextOf(interaction, state with { Page = 0 });
            // What cannot be understood leaves the message as it is, with its buttons.
            if (reply is { Outcome: Outcome.Invalid, Actions.IsEmpty: true, Form: null })
                return presenter.Explain(interaction, reply, context with { Ephemeral = true });
            var replaces = inPlace && reply.Outcome != Outcome.Denied;
            return presenter.Present(interaction, reply, context with { Ephemeral = !replaces || interaction.Message!.IsEphemeral }, replaces);
        });
    }

    private InteractionPlan PlanRefill(ComponentState state) =>
        forms.Find(state.Command) is { } form ? InteractionPlan.Now(new OpenedModal(form, new NewMessage(AnswerRenderer.Remark(UiTexts.In(state.Language).Outdated)))) : Refuse(UiTexts.In(state.Language).Outdated);

    private static InteractionPlan Refuse(string why) => InteractionPlan.Now(new NewMessage(AnswerRenderer.Remark(why)));

    private InteractionPlan PlanTurn(Interaction interaction, ComponentState state) => new(Deferral.Update, true, async token =>
    {
        if (await AskAgainAsync(interaction, state, token).ConfigureAwait(false) is not { } reply)
            return new NewMessage(AnswerRenderer.Remark(UiTexts.In(state.Language).Outdated));
        return presenter.Present(interaction, reply, ContextOf(interaction, state) with { Ephemeral = interaction.Message?.IsEphemeral == true }, inPlace: true);
    });

    private InteractionPlan PlanShow(Interaction interaction, ComponentState state) => new(Deferral.NewMessage, true, async token =>
    {
        if (await AskAgainAsync(interaction, state, token).ConfigureAwait(false) is not { } reply)
            return new NewMessage(AnswerRenderer.Remark(UiTexts.In(state.Language).Outdated));
        return presenter.Present(interaction, reply, ContextOf(interaction, state) with { Ephemeral = true, Owner = interaction.UserId }, inPlace: false);
    });

    private AnswerContext ContextOf(Interaction interaction, ComponentState state) =>
        new(state.Owner, state.Question, state.Command, state.Options, state.Page, Embedding.IsOff(interaction, options), false);

    private async Task<Reply?> AskAgainAsync(Interaction interaction, ComponentState state, CancellationToken cancellationToken)
    {
        var asker = askers.Of(interaction);
        if (state.Question == QuestionKind.Command && state.Command.Length > 0)
            return await assistant.ExecuteAsync(new CommandRequest(state.Command, state.Options, asker, state.Language), cancellationToken).ConfigureAwait(false);
        var question = state.Question == QuestionKind.Command
            ? state.Options.GetValueOrDefault(QuestionOption)
            : await ReadMentionAsync(interaction, cancellationToken).ConfigureAwait(false);
        return question is null ? null : await assistant.AskAsync(question, asker, state.Language, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The question of a mention is not kept: it is read again from the message that the answer replies to.</summary>
    private async Task<string?> ReadMentionAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction is not { Message.ReplyTo: { } asked, ChannelId: { } channel })
            return null;
        var text = interaction.Message.ReplyToText;
        if (string.IsNullOrEmpty(text))
            text = await client.ReadMessageAsync(channel, asked, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(text) ? null : MentionText.QuestionIn(text, bot.UserId);
    }

    private bool MayDelete(Interaction interaction, ComponentState state) =>
        state.Owner == interaction.UserId
        || (interaction.MemberPermissions & ManageMessages) != 0
        || permissions.Of(interaction.UserId, interaction.GuildId, interaction.Roles) >= Permission.Moderator;
}
