using System.CommandLine;
using System.Globalization;
using QuitteXBot.Maintenance;

namespace QuitteXBot.Cli;

/// <summary><c>status</c>: version, folders, what the store holds, which generation serves.</summary>
internal sealed class StatusVerb : Command
{
    private readonly CliSession session;

    public StatusVerb(CliSession session)
        : base("status", "Shows the version, the folders, what the store holds and which index serves.")
    {
        this.session = session;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var bot = await session.OpenAsync(forChanges: false, cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        var summary = await bot.Store.SummariseAsync(cancellationToken);
        using var generation = bot.Generations.Acquire()!;
        await session.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            version        {Maintainer.Version}
            data           {bot.Options.Paths.Data}
            seeds          {bot.Options.Paths.Seeds}
            config         {bot.Options.Paths.Config}
            sources        {summary.Sources}
            organisations  {summary.Organisations}
            statements     {summary.Statements} ({summary.Published} published)
            reports        {summary.Reports}
            revisions      {summary.Revisions}
            generation     {generation.Manifest.Id}, built {generation.Manifest.BuiltAt:yyyy-MM-dd HH:mm} UTC by {generation.Manifest.Engine}
            documents      {generation.Index.DocumentCount}
            """));
        return ExitCode.Done;
    }
}
