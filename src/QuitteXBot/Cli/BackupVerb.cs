using System.CommandLine;
using System.Globalization;
using QuitteXBot.Indexing;
using QuitteXBot.Maintenance;
using QuitteXBot.Storage.Sqlite.Backup;

namespace QuitteXBot.Cli;

/// <summary><c>backup [FILE]</c>: the store in one file, while the bot runs.</summary>
internal sealed class BackupVerb : Command
{
    private readonly CliSession session;
    private readonly Argument<string?> file = new("file")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The file to write; without it one in the folder backups of Paths:Data, named by the time.",
    };

    public BackupVerb(CliSession session)
        : base("backup", "Writes the store into one file while the bot runs. The index is built from the store, and what Matrix and Discord keep for themselves is no part of it.")
    {
        this.session = session;
        Add(file);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (session.Configure() is not { } options)
            return ExitCode.Failed;
        var time = TimeProvider.System;
        var backups = new Backups(new SqliteBackup(options.StorePath, time), options.Paths.Backups, options.Maintenance.KeepBackups, time);
        var target = parsed.GetValue(file) ?? backups.NextFile();
        using var progress = ProgressLine.On(session.Error);
        var backup = await new SqliteBackup(options.StorePath, time).BackupAsync(target, new StepProgress(progress, "Backing up"), cancellationToken);
        progress.Dispose();
        if (!backup.IsSuccess)
        {
            session.Report(backup.Error);
            return ExitCode.Failed;
        }

        await session.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Backed up: {Path.GetFullPath(target)} ({backup.Value} bytes)."));
        return ExitCode.Done;
    }
}
