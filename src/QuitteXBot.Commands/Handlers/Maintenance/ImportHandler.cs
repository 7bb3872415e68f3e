using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Maintenance;

/// <summary>What an export would change here, and, once that is confirmed, the taking in.</summary>
internal sealed class ImportHandler : MaintenanceHandler
{
    public override string Command => CommandNames.Import;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, IMaintenance maintenance, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        if (inquiry.Asker.FindFile(inquiry.Arguments.Field(OptionNames.File)) is not { } file)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.ImportMissing], texts[TextKeys.ImportMissingMend]);
        var preview = await maintenance.PreviewAsync(file, cancellationToken).ConfigureAwait(false);
        if (!preview.IsSuccess)
            return Failed(inquiry, preview.Error);
        var draft = desk.Drafts.Add(inquiry.Asker.Identity, new Draft { Work = (confirming, token) => TakeAsync(confirming, preview.Value, token) });
        return inquiry.Reply(Outcome.Preview, texts[TextKeys.ImportPreview]) with
        {
            Blocks =
            [
                new TextBlock(WorkReplies.Counts(texts, preview.Value.Report)),
                new TextBlock(texts[preview.Value.TakesLog ? TextKeys.ImportTakesLog : TextKeys.ImportKeepsLog]),
                new TextBlock(texts.With(TextKeys.PreviewExpires, (int)desk.Rules.PreviewLifetime.TotalMinutes)),
            ],
            Actions = Previews.Actions(texts, draft),
        };
    }

    private async Task<Reply> TakeAsync(Inquiry inquiry, ImportPreview preview, CancellationToken cancellationToken)
    {
        var taken = await preview.Take(cancellationToken).ConfigureAwait(false);
        return taken.IsSuccess
            ? inquiry.Reply(Outcome.Done, inquiry.Texts[TextKeys.ImportDone]) with
            {
                Private = true,
                Blocks = [new TextBlock(WorkReplies.Counts(inquiry.Texts, taken.Value))],
            }
            : Failed(inquiry, taken.Error);
    }
}
