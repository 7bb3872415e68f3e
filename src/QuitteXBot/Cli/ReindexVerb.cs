using System.CommandLine;

namespace QuitteXBot.Cli;

/// <summary><c>reindex</c>: reads the seeds into the store and builds a new generation of the index beside the old one.</summary>
internal sealed class ReindexVerb : Command
{
    private readonly CliSession session;

    public ReindexVerb(CliSession session)
        : base("reindex", "Reads the seeds anew and switches to a fresh index; the old one serves until then.")
    {
        this.session = session;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var bot = await session.OpenForWritingAsync(cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        using var progress = ProgressLine.On(session.Error);
        var outcome = await bot.Reindexer.RunAsync(progress, cancellationToken);
        progress.Dispose();
        if (!outcome.IsSuccess)
        {
            session.Report(outcome.Error);
            return ExitCode.Failed;
        }

        foreach (var fault in outcome.Value.Faults)
            session.Report(fault);
        await session.Output.WriteLineAsync(outcome.Value.ToString());
        return outcome.Value.Faults.IsEmpty ? ExitCode.Done : ExitCode.Failed;
    }
}
