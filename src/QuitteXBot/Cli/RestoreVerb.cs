using System.CommandLine;
using QuitteXBot.Configuration;
using QuitteXBot.Core.Storage;
using QuitteXBot.Indexing;
using QuitteXBot.Storage.Sqlite.Backup;

namespace QuitteXBot.Cli;

/// <summary><c>restore FILE [--yes]</c>: checks a backup, puts it in the store's place, and indexes it.</summary>
internal sealed class RestoreVerb : Command
{
    private readonly CliSession session;
    private readonly Argument<string> file = new("file") { Description = "A file that 'backup' wrote." };
    private readonly Option<bool> yes = new("--yes") { Description = "Does not ask." };

    public RestoreVerb(CliSession session)
        : base("restore", "Verifies a backup and puts it in the store's place; the store that was there is kept beside it. The bot must not run.")
    {
        this.session = session;
        Add(file);
        Add(yes);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (session.Configure() is not { } options)
            return ExitCode.Failed;
        if (!parsed.GetValue(yes) && !await ConfirmAsync(options, cancellationToken))
            return ExitCode.Failed;
        using var progress = ProgressLine.On(session.Error);
        var restored = await new SqliteBackup(options.StorePath, TimeProvider.System)
            .RestoreAsync(parsed.GetValue(file)!, new StepProgress(progress, "Verifying the backup"), cancellationToken);
        if (!restored.IsSuccess)
        {
            session.Report(restored.Error);
            return ExitCode.Failed;
        }

        await using var bot = await session.OpenForWritingAsync(cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        var indexed = await bot.Reindexer.IndexAsync(progress, cancellationToken);
        progress.Dispose();
        if (!indexed.IsSuccess)
        {
            session.Report(indexed.Error);
            return ExitCode.Failed;
        }

        await session.Output.WriteLineAsync(
            $"Restored: {restored.Value.Sources} sources, {restored.Value.Statements} statements, {restored.Value.Reports} reports, {restored.Value.Revisions} revisions.");
        return ExitCode.Done;
    }

    private async Task<bool> ConfirmAsync(BotOptions options, CancellationToken cancellationToken)
    {
        await session.Error.WriteAsync($"Replace {options.StorePath} (kept as {Path.GetFileName(options.StorePath)}{IStoreBackup.KeptSuffix})? [y/N] ");
        var answer = (await session.Input.ReadLineAsync(cancellationToken))?.Trim().ToLowerInvariant();
        if (answer is "y" or "yes" or "o" or "oui")
            return true;
        await session.Error.WriteLineAsync("Nothing was restored.");
        return false;
    }
}
