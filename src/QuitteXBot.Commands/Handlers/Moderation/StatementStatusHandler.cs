using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Takes a statement out of the answers, with the reason why, or puts it back.</summary>
internal sealed class StatementStatusHandler(bool withdraws) : ModerationHandler
{
    public override string Command => withdraws ? CommandNames.StatementWithdraw : CommandNames.StatementRestore;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var note = inquiry.Arguments.Field(OptionNames.Note);
        if (await inquiry.Knowledge.Store.FindStatementAsync(inquiry.Arguments.Id!, cancellationToken).ConfigureAwait(false) is not { Statement: var statement } cited)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.StatementUnknown], texts[TextKeys.StatementUnknownMend]);
        if (withdraws == (statement.Status == StatementStatus.Withdrawn))
            return Abstentions.Invalid(Command, texts, texts[TextKeys.NotDoneTitle], texts[withdraws ? TextKeys.AlreadyWithdrawn : TextKeys.NotWithdrawn]);
        if (withdraws && string.IsNullOrWhiteSpace(note))
            return StatementForm.Show(inquiry, new ReplyForm(
                texts[TextKeys.FormTitleWithdraw],
                Command,
                inquiry.Arguments.ToOptions(),
                [StatementForm.Of(inquiry, OptionNames.Note, TextKeys.FieldNote, TextKeys.HintNote, null, required: true)]));

        var change = new Change
        {
            Command = Command,
            Note = note,
            Statements = [new StatementChange(statement.Id, statement with { Status = withdraws ? StatementStatus.Withdrawn : StatementStatus.Published })],
            Seen = Number(inquiry, OptionNames.Seen) is { } seen
                ? ImmutableDictionary<string, long>.Empty.Add(statement.Id, seen)
                : ImmutableDictionary<string, long>.Empty.Add(statement.Id, await desk.Store.VersionAsync(statement.Id, cancellationToken).ConfigureAwait(false)),
        };
        var changed = await desk.MakeAsync(inquiry, change, cancellationToken).ConfigureAwait(false);
        if (!changed.IsSuccess)
            return await ChangeErrors.ExplainAsync(inquiry, desk, change, changed.Error, cancellationToken).ConfigureAwait(false);
        var quote = new QuoteViews(inquiry.Knowledge, texts).Of(cited);
        return inquiry.Reply(Outcome.Done, texts.With(withdraws ? TextKeys.StatementWithdrawn : TextKeys.StatementRestored, statement.Id)) with
        {
            Private = true,
            Blocks = withdraws ? [new TextBlock(texts[TextKeys.StatementWithdrawnMend])] : [new QuoteBlock(quote)],
            Statements = withdraws ? [] : [quote],
        };
    }
}
