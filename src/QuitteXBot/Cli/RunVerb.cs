using System.CommandLine;

namespace QuitteXBot.Cli;

/// <summary><c>run</c>, or no verb at all: every configured platform; with none, the console chat.</summary>
internal sealed class RunVerb : Command
{
    public RunVerb(CliSession session)
        : base("run", "Runs every configured platform; with none, the console chat.")
    {
        SetAction((_, cancellationToken) => RunAsync(session, cancellationToken));
    }

    public static Task<int> RunAsync(CliSession session, CancellationToken cancellationToken) =>
        ChatVerb.RunAsync(session, language: null, cancellationToken);
}
