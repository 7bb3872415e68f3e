using System.CommandLine;
using QuitteXBot.Exchange;

namespace QuitteXBot.Cli;

/// <summary><c>export --format json|csv|jsonld [--out FILE]</c>.</summary>
internal sealed class ExportVerb : Command
{
    private readonly CliSession session;
    private readonly Option<string> format = new("--format") { Description = "json (everything, for import), csv (statements) or jsonld (published statements).", DefaultValueFactory = _ => "json" };
    private readonly Option<string?> file = new("--out") { Description = "The file to write; standard output without it." };

    public ExportVerb(CliSession session)
        : base("export", "Writes what is recorded.")
    {
        this.session = session;
        Add(format.AcceptOnlyFromAmong("json", "csv", "jsonld"));
        Add(file);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var bot = await session.OpenAsync(forChanges: false, cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        using var buffer = new MemoryStream();
        await Exporter.WriteAsync(bot.Store, bot.Transfer, parsed.GetValue(format)!, buffer, cancellationToken);
        buffer.Position = 0;
        if (parsed.GetValue(file) is not { } path)
        {
            using var reader = new StreamReader(buffer);
            await session.Output.WriteLineAsync((await reader.ReadToEndAsync(cancellationToken)).TrimEnd());
            return ExitCode.Done;
        }

        try
        {
            await using var target = File.Create(path);
            await buffer.CopyToAsync(target, cancellationToken);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            session.Report(new Core.Results.Error("export-unwritable", exception.Message, path));
            return ExitCode.Failed;
        }
    }
}
