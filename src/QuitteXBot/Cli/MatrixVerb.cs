using System.CommandLine;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Hosting;

namespace QuitteXBot.Cli;

/// <summary><c>matrix check</c>: whether the bot could run on Matrix as it is configured, step by step.</summary>
internal sealed class MatrixVerb : Command
{
    public MatrixVerb(CliSession session)
        : base("matrix", "Looks after the Matrix platform.")
    {
        var check = new Command("check", "Tells whether the homeserver and the account work, and what to mend.");
        check.SetAction((_, cancellationToken) => CheckAsync(session, cancellationToken));
        Add(check);
    }

    private static async Task<int> CheckAsync(CliSession session, CancellationToken cancellationToken)
    {
        if (session.Configure() is not { } options)
            return ExitCode.Failed;
        var lines = await MatrixCheck.RunAsync(options.Matrix ?? new MatrixOptions(), cancellationToken);
        foreach (var line in lines)
            await session.Output.WriteLineAsync($"{(line.IsGood ? "ok  " : "BAD ")} {line.Subject}: {line.Finding}");
        return lines[^1].IsGood ? ExitCode.Done : ExitCode.Failed;
    }
}
