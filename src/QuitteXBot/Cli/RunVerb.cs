using System.CommandLine;
using QuitteXBot.Platforms;

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
        if (options.Matrix is null && !PlatformHost.HasDiscord(session.Configuration!))
            return await ChatVerb.RunAsync(session, language: null, cancellationToken);
        await using var bot = await session.OpenAsync(forChanges: true, cancellationToken);
        return bot is null ? ExitCode.Failed : await PlatformHost.RunAsync(session, bot, session.Configuration!, cancellationToken);
    }
}
