using System.Collections.Immutable;
using QuitteXBot.Core;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Ingestion.Reasons;
using QuitteXBot.Ingestion.Topics;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>
/// Reads the seeds folder: <c>sources/</c> (texts with metadata) and <c>departures.csv</c>. Same files, same batch. A file at fault is told by name and
/// line and left out; the others are read. Sources at fault are named in <see cref="IngestBatch.UnreadableSourceIds"/>, so that a store keeps what it has of them.
/// </summary>
public sealed class SeedReader(IExtractor extractor, IOrganisationResolver names, Catalogue catalogue, SeedOptions? options = null)
{
    private readonly TopicClassifier topics = new(new ReasonFinder(catalogue));
    private readonly SeedOptions settings = options ?? new SeedOptions();

    /// <param name="progress">Gets the part of the sources that is read, 0 to 1.</param>
    public async Task<SeedReading> ReadAsync(string seedsFolder, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var errors = new List<Error>();
        var book = new OrganisationBook(names);
        var records = new SourceRecords(extractor, names, topics, book, settings);
        var metadata = new MetadataReader(catalogue);
        var sources = ImmutableArray.CreateBuilder<Source>();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var reports = ImmutableArray.CreateBuilder<DepartureReport>();
        var unreadable = ImmutableArray.CreateBuilder<string>();
        var files = SourceFile.List(Path.Combine(seedsFolder, "sources"), errors);
        for (var i = 0; i < files.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = metadata.ReadFor(files[i], errors);
            var source = read is null ? null : await SourceText.ReadAsync(files[i], read, errors, cancellationToken).ConfigureAwait(false);
            var found = source is null ? null : records.Read(source, read!.Corrections, files[i].MetadataName, errors);
            if (found is null)
            {
                unreadable.Add(files[i].Id);
            }
            else
            {
                sources.Add(source!);
                statements.AddRange(found.Value.Statements);
                reports.AddRange(found.Value.Reports);
            }

            progress?.Report((i + 1.0) / files.Count);
        }

        var before = errors.Count;
        AddRows(seedsFolder, book, reports, errors);
        var batch = new IngestBatch
        {
            Organisations = book.Organisations,
            Persons = book.Persons,
            Sources = sources.ToImmutable(),
            Statements = statements.ToImmutable(),
            Reports = reports.ToImmutable(),
            UnreadableSourceIds = unreadable.ToImmutable(),
            ReportsIncomplete = unreadable.Count > 0 || errors.Count > before,
        };
        return new SeedReading(batch, [.. errors]);
    }

    private void AddRows(string seedsFolder, OrganisationBook book, ImmutableArray<DepartureReport>.Builder reports, List<Error> errors)
    {
        var rows = new DepartureFile(catalogue, errors).Read(Path.Combine(seedsFolder, "departures.csv"));
        var records = new DepartureRecords(new RowOrganisations(names, book), book);
        var known = reports.Select(report => report.Id).ToHashSet();
        foreach (var row in rows)
        {
            var report = records.Report(row);
            if (known.Add(report.Id))
                reports.Add(report);
            else
                errors.Add(new Error("departure-row-duplicate", $"'{row.Name}' stands twice with the same address.", $"{DepartureFile.Name}:{row.Line}"));
        }
    }
}
