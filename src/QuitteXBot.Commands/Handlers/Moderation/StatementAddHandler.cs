using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Dates;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>A new statement: from a form, from fields that were typed, or from the message that the command answers.</summary>
internal sealed class StatementAddHandler : ModerationHandler
{
    public override string Command => CommandNames.StatementAdd;

    protected override Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var fields = Start(inquiry);
        var draft = inquiry.Arguments.Field(OptionNames.Draft);
        if (draft is { Length: > 0 })
        {
            var found = desk.Drafts.Find(inquiry.Asker.Identity, draft)?.Draft;
            if (found?.Document is { } document)
                return new StatementWorkshop(inquiry, desk).ContinueAsync(document.Fields(draft), null, 1, cancellationToken);
            if (found?.Fields is not { } kept)
                return Task.FromResult(Abstentions.Invalid(Command, inquiry.Texts, inquiry.Texts[TextKeys.PreviewGone], inquiry.Texts[TextKeys.PreviewGoneMend]));
            fields = kept;
        }

        // A message is looked at in the form first: it may hold more than the quote.
        var part = Number(inquiry, OptionNames.Part) ?? (draft is null && inquiry.Asker.RepliedTo is not null && inquiry.Arguments.Field(OptionNames.Quote) is null ? 1 : null);
        return new StatementWorkshop(inquiry, desk).ContinueAsync(fields.With(inquiry.Arguments), draft, part, cancellationToken);
    }

    private static StatementFields Start(Inquiry inquiry) => inquiry.Asker.RepliedTo is { } message
        ? new StatementFields
        {
            Quote = message.Text,
            Speaker = message.Author,
            Url = message.Url,
            Published = message.At is { } at ? PartialDate.OfDay(DateOnly.FromDateTime(at.UtcDateTime)).ToString() : null,
        }
        : new StatementFields();
}
