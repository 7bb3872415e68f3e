using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using QuitteXBot.Matrix.Hosting;

namespace QuitteXBot.Cli;

/// <summary><c>run</c>, or no verb at all: every configured platform; with none, the console chat.</summary>
internal sealed class RunVerb : Command
{
    public RunVerb(CliSession session)
        : base("run", "Runs every configured platform; with none, the console chat.")
    {
        SetAction((_, cancellationToken) => RunAsync(session, cancellationToken));
    }

    public static async Task<int> RunAsync(CliSession session, CancellationToken cancellationToken)
    {
        if (session.Configure() is not { } options)
            return ExitCode.Failed;
        if (options.Matrix is null)
            return await ChatVerb.RunAsync(session, language: null, cancellationToken);
        await using var bot = await session.OpenAsync(cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        using var loggers = LoggerFactory.Create(logging => logging
            .AddSimpleConsole(console => console.SingleLine = true)
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        try
        {
            session.Report(await new MatrixPlatform(options.Matrix, bot.Assistant, new MatrixStatus(), TimeProvider.System, loggers).RunAsync(cancellationToken));
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }
}
