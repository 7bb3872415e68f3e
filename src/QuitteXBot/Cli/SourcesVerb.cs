using System.CommandLine;
using QuitteXBot.Commands.Moderation;

namespace QuitteXBot.Cli;

/// <summary><c>sources check</c>: whether the cited pages are there and still carry the quotes.</summary>
internal sealed class SourcesVerb : Command
{
    private readonly CliSession session;

    public SourcesVerb(CliSession session)
        : base("sources", "What becomes of the pages that are cited.")
    {
        this.session = session;
        var check = new Command("check", "Looks whether the cited pages are there and still carry the quotes, and marks the answers.");
        check.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        Add(check);
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var bot = await session.OpenAsync(forChanges: true, cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        if (bot.Sources is not { } round)
        {
            session.Report(new Core.Results.Error("store-read-only", "The store cannot be written to."));
            return ExitCode.Failed;
        }

        using var progress = ProgressLine.On(session.Error);
        var done = await round.RunAsync(new Shown(progress), cancellationToken);
        progress.Dispose();
        foreach (var finding in done.Findings)
            await session.Output.WriteLineAsync($"{finding.SourceId} {Word(finding)} {finding.Url}");
        await session.Output.WriteLineAsync(
            $"Checked: {done.Present} intact, {done.Changed} changed, {done.Gone} gone, {done.Suspected} to be looked at again another day, {done.Unknown} unreadable this time.");
        return ExitCode.Done;
    }

    private static string Word(SourceFinding finding) =>
        finding.Page is { } page ? $"{page.State.ToString().ToLowerInvariant()} since {page.Since:yyyy-MM-dd}" : "lacks its quotes today";

    private sealed class Shown(ProgressLine line) : IProgress<MaintenanceStep>
    {
        public void Report(MaintenanceStep value) => line.Report(new Indexing.ReindexProgress("Checking the sources", (value as UnderWay)?.Part));
    }
}
