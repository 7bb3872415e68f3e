using System.CommandLine;

namespace QuitteXBot.Cli;

/// <summary>The executable's verbs. Answers go to standard output, everything else to standard error.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, TextReader input, TextWriter output, TextWriter error)
    {
        var session = new CliSession(input, output, error);
        var root = new RootCommand("Why institutions leave X, in their own words. Without a verb: every configured platform, or the console chat.")
        {
            new RunVerb(session),
            new ChatVerb(session),
            new AskVerb(session),
            new SearchVerb(session),
            new ExtractVerb(session),
            new ReindexVerb(session),
            new VerifyVerb(session),
            new StatusVerb(session),
            new ExportVerb(session),
            new ImportVerb(session),
            new BackupVerb(session),
            new RestoreVerb(session),
            new SourcesVerb(session),
            new MatrixVerb(session),
            new DiscordVerb(session),
        };
        root.SetAction((_, cancellationToken) => RunVerb.RunAsync(session, cancellationToken));
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
                await error.WriteLineAsync("quittexbot: " + fault.Message);
            await error.WriteLineAsync("quittexbot: --help lists the verbs and their options.");
            return ExitCode.BadUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
    }
}
