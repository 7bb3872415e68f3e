using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Rejects an item of the queue with the reason that its author is told.</summary>
internal sealed class ReviewRejectHandler : ModerationHandler
{
    public override string Command => CommandNames.ReviewReject;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var number = inquiry.Arguments.Field(OptionNames.Review)!;
        var entry = await ReviewEntry.FindAsync(inquiry, desk, number, cancellationToken).ConfigureAwait(false);
        if (entry is null)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.ReviewUnknown], texts[TextKeys.ReviewUnknownMend]);
        if (inquiry.Arguments.Field(OptionNames.Note) is not { Length: > 0 } note)
            return StatementForm.Show(inquiry, new ReplyForm(
                texts[TextKeys.FormTitleReject],
                Command,
                inquiry.Arguments.ToOptions(),
                [StatementForm.Of(inquiry, OptionNames.Note, TextKeys.FieldNote, TextKeys.HintNote, null, required: true)]));

        var change = new Change { Command = Command, Note = note };
        change = entry.Draft is { Statement: var draft }
            ? change with
            {
                Statements = [new StatementChange(draft.Id, draft with { Status = StatementStatus.Withdrawn })],
                Seen = ImmutableDictionary<string, long>.Empty.Add(draft.Id, await desk.Store.VersionAsync(draft.Id, cancellationToken).ConfigureAwait(false)),
            }
            : change with { Decision = new ReviewDecision(entry.Item!.Number, Accepted: false, note) };
        var made = await desk.MakeAsync(inquiry, change, cancellationToken).ConfigureAwait(false);
        return made.IsSuccess
            ? inquiry.Reply(Outcome.Done, texts.With(TextKeys.ReviewRejected, number)) with
            {
                Private = true,
                Blocks = entry.Item is null ? [] : [new TextBlock(texts[TextKeys.ReviewToldWhy])],
            }
            : await ChangeErrors.ExplainAsync(inquiry, desk, change, made.Error, cancellationToken).ConfigureAwait(false);
    }
}
