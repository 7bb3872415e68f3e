using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Maintenance;

internal sealed class BackupHandler : MaintenanceHandler
{
    public override string Command => CommandNames.Backup;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, IMaintenance maintenance, CancellationToken cancellationToken)
    {
        var backup = await maintenance.BackupAsync(cancellationToken).ConfigureAwait(false);
        return backup.IsSuccess
            ? inquiry.Reply(Outcome.Done, inquiry.Texts.With(TextKeys.BackupDone, backup.Value.Name, backup.Value.Length / 1024))
            : Failed(inquiry, backup.Error);
    }
}
