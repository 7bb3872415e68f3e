using System.CommandLine;
using QuitteXBot.Exchange;

namespace QuitteXBot.Cli;

/// <summary><c>import FILE</c>: takes what <c>export --format json</c> wrote.</summary>
internal sealed class ImportVerb : Command
{
    private readonly CliSession session;
    private readonly Argument<string> file = new("file") { Description = "A file that 'export --format json' wrote." };

    public ImportVerb(CliSession session)
        : base("import", "Reads an export into the store, and indexes it.")
    {
        this.session = session;
        Add(file);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var bot = await session.OpenForWritingAsync(cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        var imported = await new Importer(bot.Store, bot.Transfer).ImportAsync(parsed.GetValue(file)!, cancellationToken);
        if (!imported.IsSuccess)
        {
            session.Report(imported.Error);
            return ExitCode.Failed;
        }

        using var progress = ProgressLine.On(session.Error);
        var indexed = await bot.Reindexer.IndexAsync(progress, cancellationToken);
        if (!indexed.IsSuccess)
        {
            session.Report(indexed.Error);
            return ExitCode.Failed;
        }

        await session.Output.WriteLineAsync($"Imported: {imported.Value.Added} added, {imported.Value.Changed} changed, {imported.Value.Unchanged} unchanged.");
        return ExitCode.Done;
    }
}
