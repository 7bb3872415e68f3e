using System.CommandLine;
using QuitteXBot.Indexing;

namespace QuitteXBot.Cli;

/// <summary><c>verify</c>: every quote against its source, every source against its hash, the index against its checksums.</summary>
internal sealed class VerifyVerb : Command
{
    private readonly CliSession session;

    public VerifyVerb(CliSession session)
        : base("verify", "Checks every stored source, quote and index file; fails and names the statement where one is not as it was written.")
    {
        this.session = session;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var bot = await session.OpenAsync(forChanges: false, cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        var defects = 0;
        using (var progress = ProgressLine.On(session.Error))
        {
            await foreach (var defect in bot.Store.VerifyAsync(new StepProgress(progress, "Verifying the store"), cancellationToken))
            {
                defects++;
                await session.Output.WriteLineAsync($"{defect.StatementId ?? "-"} {defect.SourceId}: {defect.Message}");
            }

            foreach (var fault in await bot.Generations.VerifyAsync(new StepProgress(progress, "Verifying the index"), cancellationToken))
            {
                defects++;
                await session.Output.WriteLineAsync(fault.ToString());
            }
        }

        var summary = await bot.Store.SummariseAsync(cancellationToken);
        await session.Output.WriteLineAsync(defects == 0
            ? $"Verified {summary.Statements} statements of {summary.Sources} sources: every quote is its source's, byte for byte."
            : $"{defects} defects. Restore the store from a backup, or delete it and reindex.");
        return defects == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
