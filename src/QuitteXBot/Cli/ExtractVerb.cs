using System.CommandLine;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Results;
using QuitteXBot.Extraction;
using QuitteXBot.Indexing;
using QuitteXBot.Ingestion.Inputs;

namespace QuitteXBot.Cli;

/// <summary><c>extract FILE|DIR</c>: what the ingestion finds, with the evidence for it. Stores nothing.</summary>
internal sealed class ExtractVerb : Command
{
    private readonly CliSession session;
    private readonly Argument<string> path = new("path") { Description = "A .txt, .md or .html file, or a folder of them." };
    private readonly Option<string?> published = new("--published") { Description = "Publication date (2025, 2025-01 or 2025-01-20) that relative dates count from." };
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string?> outFolder = new("--out") { Description = "Folder for one NAME.json a document." };

    public ExtractVerb(CliSession session)
        : base("extract", "Shows which quotes, speakers and departures are found in a document; stores nothing.")
    {
        this.session = session;
        Add(path);
        Add(published);
        Add(json);
        Add(outFolder);
        published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !PartialDate.TryParse(text, out _))
                result.AddError($"--published takes 2025, 2025-01 or 2025-01-20, not '{text}'.");
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = parsed.GetValue(path)!;
        var folder = parsed.GetValue(outFolder);
        if (session.Configure() is not { } options)
            return ExitCode.Failed;
        var files = FilesOf(target);
        if (files.Count == 0)
        {
            session.Report(new Error("nothing-to-extract", "is no .txt, .md or .html file, nor a folder with any.", target));
            return ExitCode.Failed;
        }

        var extractor = ExtractorFactory.Create(options.Paths.Config, session.Report);
        if (!extractor.IsSuccess)
        {
            session.Report(extractor.Error);
            return ExitCode.Failed;
        }

        if (folder is not null)
            Directory.CreateDirectory(folder);
        PartialDate? date = PartialDate.TryParse(parsed.GetValue(published), out var day) ? day : null;
        var failed = 0;
        using var progress = ProgressLine.On(session.Error);
        for (var done = 0; done < files.Count; done++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (files.Count > 1)
                progress.Report(new ReindexProgress("Extracting", (double)done / files.Count));
            var input = await SourceReader.ReadAsync(files[done], cancellationToken);
            if (!input.IsSuccess)
            {
                failed++;
                session.Report(input.Error);
                continue;
            }

            var source = input.Value.ToSource(Path.GetFileNameWithoutExtension(files[done]));
            source = source with { Published = date ?? source.Published };
            await WriteAsync(extractor.Value.Extract(source), files[done], folder, parsed.GetValue(json), cancellationToken);
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private async Task WriteAsync(
        ExtractionResult found, string file, string? folder, bool asJson, CancellationToken cancellationToken)
    {
        var text = asJson || folder is not null ? ExtractionJson.Write(found) : ExtractionText.Write(found);
        if (folder is null)
            await session.Output.WriteLineAsync(text.AsMemory(), cancellationToken);
        else
            await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileNameWithoutExtension(file) + ".json"), text + "\n", cancellationToken);
    }

    private static List<string> FilesOf(string target)
    {
        if (File.Exists(target))
            return [target];
        return Directory.Exists(target)
            ? [.. Directory.EnumerateFiles(target).Where(file => SourceReader.Endings.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal)]
            : [];
    }
}
