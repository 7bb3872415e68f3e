using System.Text.Json;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Keeps what a preview shows. With two approvals, a statement goes into the review queue first.</summary>
internal sealed class ConfirmHandler : ModerationHandler
{
    public override string Command => CommandNames.Confirm;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var author = inquiry.Asker.Identity;
        if (desk.Drafts.Find(author, inquiry.Arguments.Field(OptionNames.Draft)) is not ({ } id, { } draft)
            || draft is { Change: null, Work: null } || !desk.Drafts.Remove(id))
            return await GoneAsync(inquiry, desk, cancellationToken).ConfigureAwait(false);
        if (draft.Work is { } work)
            return await work(inquiry, cancellationToken).ConfigureAwait(false);
        var change = desk.Rules.Approvals > 1 && draft.Fields is { } fields ? Waiting(inquiry, draft.Change!, fields) : draft.Change!;
        try
        {
            var changed = await desk.MakeAsync(inquiry, change, cancellationToken).ConfigureAwait(false);
            return changed.IsSuccess
                ? draft.Done!(inquiry, changed.Value)
                : await ChangeErrors.ExplainAsync(inquiry, desk, change, changed.Error, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The store failed, not the moderator: they may confirm again.
            desk.Drafts.Replace(id, author, draft);
            throw;
        }
    }

    /// <summary>Gone, or kept already: the bot may have died between keeping it and saying so.</summary>
    private async Task<Reply> GoneAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        return inquiry.Asker.RequestKey is { } key && await desk.Store.FindMadeAsync(key, cancellationToken).ConfigureAwait(false) is not null
            ? inquiry.Reply(Outcome.Done, texts[TextKeys.ConfirmedAlready]) with { Private = true }
            : Abstentions.Invalid(Command, texts, texts[TextKeys.PreviewGone], texts[TextKeys.PreviewGoneMend]);
    }

    private static Change Waiting(Inquiry inquiry, Change change, StatementFields fields) => new()
    {
        Command = change.Command,
        Decision = change.Decision,

        // A posted document is kept, so that the quote can still be checked in it when it is approved.
        Sources = [.. change.Sources.Where(source => !ExcerptSource.IsExcerpt(source.Id) && source.Id == fields.Source)],
        Review = new NewReview(
            ReviewKind.Approval,
            fields.Quote!,
            fields.Url,
            fields.StatementId,
            change.Statements[0].After.Attribution.OrganisationId,
            JsonSerializer.Serialize(fields with { Review = null, Document = null, Finding = null }, StatementFieldsJson.Default.StatementFields),
            inquiry.Texts.Language == Language.French ? "fr" : "en"),
    };
}
