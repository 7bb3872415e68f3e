using System.Text.Json;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Exchange;

/// <summary>Reads an export back into a store. A file with one altered quote is refused whole.</summary>
internal sealed class Importer(IStore store)
{
    /// <summary>In bytes.</summary>
    public const long LargestFile = 256L << 20;

    private const string Actor = "import";

    public async Task<Result<IngestReport>> ImportAsync(string path, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(path, cancellationToken);
        if (!read.IsSuccess)
            return read.Error;
        var document = read.Value;
        if (FirstFault(document) is { } fault)
            return new Error("import-invalid", fault, path);
        var batch = new IngestBatch
        {
            Sources = document.Sources,
            Organisations = document.Organisations,
            Statements = document.Statements,
            Reports = document.Reports,
            UnreadableSourceIds = [.. (await store.ListSourcesAsync(cancellationToken)).Select(source => source.Id)
                .Except(document.Sources.Select(source => source.Id))],
            ReportsIncomplete = true,
        };
        try
        {
            return await store.ApplyAsync(batch, Actor, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            // The store refuses a batch that contradicts itself; here that is the file's fault.
            return new Error("import-invalid", exception.Message, path);
        }
    }

    private static async Task<Result<ExchangeDocument>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            if (stream.Length > LargestFile)
                return new Error("import-too-large", $"has more than {LargestFile >> 20} MiB.", path);
            var document = await JsonSerializer.DeserializeAsync(stream, ExchangeJson.Default.ExchangeDocument, cancellationToken);
            return document is { Format: ExchangeDocument.FormatName, Version: ExchangeDocument.CurrentVersion }
                ? document
                : new Error("import-foreign", "is no export of this program and version: write it with 'export --format json'.", path);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return new Error("import-unreadable", exception.Message, path);
        }
    }

    private static string? FirstFault(ExchangeDocument document)
    {
        if (document.Sources.IsDefault || document.Organisations.IsDefault || document.Statements.IsDefault || document.Reports.IsDefault)
            return "has null in place of a list.";
        var sources = new Dictionary<string, string>();
        foreach (var source in document.Sources)
        {
            if (!sources.TryAdd(source.Id, source.Text))
                return $"has the source {source.Id} twice.";
        }

        var organisations = document.Organisations.Select(organisation => organisation.Id).ToHashSet();
        foreach (var statement in document.Statements)
        {
            var quote = statement.Quote;
            if (!sources.TryGetValue(quote.SourceId, out var text))
                return $"lacks the source {quote.SourceId} of the statement {statement.Id}.";
            if (CodePoints.Slice(text, quote.Start, quote.End) != quote.Text || statement.Id != StatementId.Of(quote.SourceId, quote.Start, quote.End))
                return $"has a statement {statement.Id} whose quote is not its source's words at its place.";
            if (statement.Attribution.OrganisationId is { } id && !organisations.Contains(id))
                return $"lacks the organisation {id} of the statement {statement.Id}.";
        }

        return document.Reports.FirstOrDefault(report => report.OrganisationId is { } id && !organisations.Contains(id)) is { } orphan
            ? $"lacks the organisation {orphan.OrganisationId} of the report {orphan.Id}."
            : null;
    }
}
