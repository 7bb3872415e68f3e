using System.Collections.Immutable;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Mentions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Permissions;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Discord.Reports;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Buttons, selects and forms. What each does is in its <c>custom_id</c>; whoever may not use it is told so, and nothing happens.</summary>
internal sealed class ComponentHandler(
    ComponentCodec codec,
    IAssistant assistant,
    AnswerRenderer renderer,
    IReportInbox reports,
    IDiscordClient client,
    BotIdentity bot,
    DiscordPermissions permissions,
    DiscordOptions options,
    TimeProvider time)
{
    /// <summary>Stands for a free question among the options of a state without a command.</summary>
    public const string QuestionOption = "text";

    private const ulong ManageMessages = 1 << 13;
    private const string ReportField = "what";

    public static Asker AskerOf(Interaction interaction, DiscordPermissions permissions) => new(
        "discord", Snowflake.Write(interaction.UserId), permissions.Of(interaction.UserId, interaction.GuildId, interaction.Roles), interaction.Locale);

    public InteractionPlan PlanComponent(Interaction interaction)
    {
        var state = codec.Decode(interaction.CustomId, interaction.Message?.AskedText);
        if (state is { Kind: ComponentKind.Menu })
            state = interaction.Values.Length == 1 ? codec.Decode(interaction.Values[0], interaction.Message?.AskedText) : null;
        return state switch
        {
            null => Refuse(UiTexts.In(Locales.Of(interaction.Locale)).Outdated),
            { Kind: ComponentKind.Turn or ComponentKind.Choose } when state.Owner != interaction.UserId => Refuse(UiTexts.In(state.Language).NotYours),
            { Kind: ComponentKind.Turn or ComponentKind.Choose } => PlanTurn(interaction, state),
            { Kind: ComponentKind.Show } => PlanShow(interaction, state),
            { Kind: ComponentKind.Delete } when !MayDelete(interaction, state) => Refuse(UiTexts.In(state.Language).NotYours),
            { Kind: ComponentKind.Delete } => InteractionPlan.Now(new DeletedMessage()),
            { Kind: ComponentKind.Report } => InteractionPlan.Now(new OpenedModal(ReportForm(state, interaction.UserId))),
            _ => Refuse(UiTexts.In(state.Language).Outdated),
        };
    }

    public InteractionPlan PlanModal(Interaction interaction)
    {
        var text = interaction.Fields.GetValueOrDefault(ReportField)?.Trim() ?? "";
        if (codec.Decode(interaction.CustomId) is not { Kind: ComponentKind.ReportForm } state || state.Owner != interaction.UserId || text.Length == 0)
            return Refuse(UiTexts.In(Locales.Of(interaction.Locale)).Outdated);
        var texts = UiTexts.In(state.Language);
        return new InteractionPlan(Deferral.NewMessage, true, async token =>
        {
            var report = new ErrorReport(state.Options.GetValueOrDefault("statement", ""), text[..Math.Min(text.Length, DiscordLimits.TextInput)], Snowflake.Write(interaction.UserId), time.GetUtcNow());
            var error = await reports.SubmitAsync(report, token).ConfigureAwait(false);
            return new NewMessage(AnswerRenderer.Remark(error is null ? texts.ReportThanks : texts.ReportFailed));
        });
    }

    private static InteractionPlan Refuse(string why) => InteractionPlan.Now(new NewMessage(AnswerRenderer.Remark(why)));

    private InteractionPlan PlanTurn(Interaction interaction, ComponentState state) => new(Deferral.Update, true, async token =>
    {
        if (await AskAgainAsync(interaction, state, token).ConfigureAwait(false) is not { } reply)
            return new NewMessage(AnswerRenderer.Remark(UiTexts.In(state.Language).Outdated));
        var context = ContextOf(interaction, state) with { Ephemeral = interaction.Message?.IsEphemeral == true };
        return new UpdatedMessage(renderer.Render(reply, context));
    });

    private InteractionPlan PlanShow(Interaction interaction, ComponentState state) => new(Deferral.NewMessage, true, async token =>
    {
        if (await AskAgainAsync(interaction, state, token).ConfigureAwait(false) is not { } reply)
            return new NewMessage(AnswerRenderer.Remark(UiTexts.In(state.Language).Outdated));
        return new NewMessage(renderer.Render(reply, ContextOf(interaction, state) with { Ephemeral = true, Owner = interaction.UserId }));
    });

    private AnswerContext ContextOf(Interaction interaction, ComponentState state) =>
        new(state.Owner, state.Question, state.Command, state.Options, state.Page, Embedding.IsOff(interaction, options), false);

    private async Task<Reply?> AskAgainAsync(Interaction interaction, ComponentState state, CancellationToken cancellationToken)
    {
        var asker = AskerOf(interaction, permissions);
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

    private Modal ReportForm(ComponentState state, ulong user)
    {
        var texts = UiTexts.In(state.Language);
        return new Modal(
            codec.Encode(state with { Kind = ComponentKind.ReportForm, Owner = user, Command = "" }).Id!,
            texts.ReportTitle,
            [new ModalField(ReportField, texts.ReportField, Multiline: true, Required: true, DiscordLimits.TextInput, texts.ReportHint)]);
    }
}
