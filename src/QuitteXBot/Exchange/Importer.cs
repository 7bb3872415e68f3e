using System.Text.Json;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Exchange;

/// <summary>
/// Reads an export back into a store. A file with one altered quote is refused whole. An empty store takes the file's log with it; one that has a log keeps
/// it, and what the file changes goes in under the name <c>import</c>.
/// </summary>
internal sealed class Importer(IStore store, IStoreTransfer transfer)
{
    /// <summary>In bytes.</summary>
    public const long LargestFile = 256L << 20;

    private const string Actor = "import";

    public async Task<Result<IngestReport>> ImportAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                return TooLarge(path);
            var preview = await PreviewAsync(path, await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken);
            return preview.IsSuccess ? await preview.Value.Take(cancellationToken) : preview.Error;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error("import-unreadable", exception.Message, path);
        }
    }

    /// <summary>What taking the file in would change.</summary>
    public async Task<Result<ImportPreview>> PreviewAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (content.Length > LargestFile)
            return TooLarge(name);
        var read = Read(name, content.Span);
        if (!read.IsSuccess)
            return read.Error;
        var document = read.Value;
        if (ExchangeFaults.First(document) is { } fault)
            return new Error("import-invalid", fault, name);
        var takesLog = document.Log is not null && await store.LastRevisionAsync(cancellationToken) == 0;
        var tried = await RunAsync(document, takesLog, keep: false, name, cancellationToken);
        return tried.IsSuccess
            ? new ImportPreview(tried.Value, takesLog, token => RunAsync(document, takesLog, keep: true, name, token))
            : tried.Error;
    }

    private async Task<Result<IngestReport>> RunAsync(ExchangeDocument document, bool takesLog, bool keep, string name, CancellationToken cancellationToken)
    {
        var batch = await BatchAsync(document, cancellationToken);
        try
        {
            if (takesLog)
            {
                var taken = await transfer.TakeLogAsync(document.Log!, batch, keep, cancellationToken);
                return taken.IsSuccess ? taken : taken.Error with { Location = name };
            }

            return keep
                ? await store.ApplyAsync(batch, Actor, cancellationToken)
                : await transfer.PreviewAsync(batch, Actor, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            // The store refuses a batch that contradicts itself; here that is the file's fault.
            return new Error("import-invalid", exception.Message, name);
        }
    }

    private async Task<IngestBatch> BatchAsync(ExchangeDocument document, CancellationToken cancellationToken)
    {
        var texts = document.Sources.ToDictionary(source => source.Id, source => source.Text);
        return new IngestBatch
        {
            Sources = document.Sources,
            Organisations = document.Organisations,

            // A withdrawn statement may stand in a text that its source has no more: only the log knows it.
            Statements = [.. document.Statements.Where(statement => ExchangeFaults.StandsIn(statement, texts))],
            Reports = document.Reports,
            UnreadableSourceIds = [.. (await store.ListSourcesAsync(cancellationToken)).Select(source => source.Id).Concat(document.Statements.Select(statement => statement.Quote.SourceId))
                .Distinct().Except(texts.Keys)],
            ReportsIncomplete = true,
        };
    }

    private static Result<ExchangeDocument> Read(string name, ReadOnlySpan<byte> content)
    {
        try
        {
            var json = content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content;
            return JsonSerializer.Deserialize(json, ExchangeJson.Default.ExchangeDocument)
                is { Format: ExchangeDocument.FormatName, Version: ExchangeDocument.CurrentVersion } document
                ? document
                : new Error("import-foreign", "is no export of this program and version: write it with 'export --format json'.", name);
        }
        catch (JsonException exception)
        {
            return new Error("import-unreadable", exception.Message, name);
        }
    }

    private static Error TooLarge(string name) => new("import-too-large", $"has more than {LargestFile >> 20} MiB.", name);
}
