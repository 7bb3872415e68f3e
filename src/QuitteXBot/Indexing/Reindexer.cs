using System.Collections.Immutable;
using QuitteXBot.Configuration;
using QuitteXBot.Core;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;
using QuitteXBot.Ingestion;
using QuitteXBot.Ingestion.Configuration;
using QuitteXBot.Ingestion.Seeds;
using QuitteXBot.Search.Generations;
using QuitteXBot.Search.Names;

namespace QuitteXBot.Indexing;

/// <summary>Seeds → store → a new generation of the index. Whatever fails or is killed on the way, the generation before serves on.</summary>
internal sealed class Reindexer(BotOptions options, IStore store, GenerationStore generations)
{
    /// <summary>The steps, as <see cref="ReindexProgress.Step"/> names them.</summary>
    public const string ReadingSeeds = "Reading the seeds";
    public const string Storing = "Storing";
    public const string Indexing = "Indexing";

    private const string NamesFile = "names.bin";
    private const string Actor = "seeds";

    public static NameIndex OpenNames(string generationFolder) => NameIndex.Open(Path.Combine(generationFolder, NamesFile));

    /// <summary>Reads the seeds into the store, then builds a generation. Files at fault are told of and left out.</summary>
    public async Task<Result<ReindexOutcome>> RunAsync(IProgress<ReindexProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new ReindexProgress("Reading the configuration"));
        var configuration = ReadConfiguration();
        if (!configuration.IsSuccess)
            return configuration.Error;
        var (catalogue, gazetteer) = configuration.Value;
        progress.Report(new ReindexProgress(ReadingSeeds));
        using var names = NameIndex.FromOrganisations(gazetteer.Organisations.Select(organisation => (organisation, false)));
        var reader = new SeedReader(
            new Extractor(catalogue, names), names, catalogue, new SeedOptions { PublishFrom = options.Ingestion.PublishThreshold });
        var read = await reader.ReadAsync(options.Paths.Seeds, new StepProgress(progress, ReadingSeeds), cancellationToken);
        progress.Report(new ReindexProgress(Storing));
        var report = await store.ApplyAsync(read.Batch, Actor, cancellationToken);
        var built = await IndexAsync(catalogue, gazetteer, progress, cancellationToken);
        if (!built.IsSuccess)
            return built.Error;
        return new ReindexOutcome(
            report, built.Value.Statements + built.Value.Paragraphs, [.. gazetteer.Problems, .. read.Errors]);
    }

    /// <summary>Builds a generation from the store as it is, without reading the seeds.</summary>
    public async Task<Result<GenerationManifest>> IndexAsync(IProgress<ReindexProgress> progress, CancellationToken cancellationToken)
    {
        var configuration = ReadConfiguration();
        return configuration.IsSuccess
            ? await IndexAsync(configuration.Value.Catalogue, configuration.Value.Gazetteer, progress, cancellationToken)
            : configuration.Error;
    }

    private async Task<Result<GenerationManifest>> IndexAsync(
        Catalogue catalogue, Gazetteer gazetteer, IProgress<ReindexProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new ReindexProgress(Indexing));

        // Before anything is read: what changes meanwhile is told of as changed since, whether it was read or not.
        var revision = await store.LastRevisionAsync(cancellationToken);
        var recorded = new Dictionary<string, Organisation>();
        await foreach (var organisation in store.OrganisationsAsync(cancellationToken))
            recorded[organisation.Id] = organisation;
        var merged = await store.MergedOrganisationIdsAsync(cancellationToken);
        return await generations.BuildAsync(
            new GenerationInput
            {
                Documents = new IndexDocuments(store, recorded).ReadAsync(cancellationToken),
                Catalogue = catalogue,
                WriteMore = (folder, _) =>
                {
                    var listed = gazetteer.Organisations.Select(organisation => organisation.Id).ToHashSet();
                    NameIndexWriter.Write(Path.Combine(folder, NamesFile), NamesOf(recorded, gazetteer.Organisations.Where(organisation => !merged.Contains(organisation.Id))));
                    GenerationOrigin.Write(folder, revision, recorded.Keys.Where(id => !listed.Contains(id)));
                    return Task.CompletedTask;
                },
            },
            cancellationToken);
    }

    /// <summary>Organisations that only the store knows come behind those of the gazetteer.</summary>
    /// <param name="gazetteer">Without those that were merged into others.</param>
    private static IEnumerable<(Organisation Organisation, bool HasRecords)> NamesOf(
        Dictionary<string, Organisation> recorded, IEnumerable<Organisation> gazetteer)
    {
        var known = new HashSet<string>();
        foreach (var organisation in gazetteer)
        {
            known.Add(organisation.Id);
            yield return recorded.GetValueOrDefault(organisation.Id) is { } stored
                ? (OrganisationNames.Join(stored, organisation), true)
                : (organisation, false);
        }

        foreach (var organisation in recorded.Values.Where(organisation => !known.Contains(organisation.Id)))
            yield return (organisation, true);
    }

    private Result<(Catalogue Catalogue, Gazetteer Gazetteer)> ReadConfiguration()
    {
        var catalogue = CatalogueReader.Read(options.Paths.Config);
        if (!catalogue.IsSuccess)
            return catalogue.Error;
        var gazetteer = Gazetteer.Read(options.Paths.Config);
        return gazetteer.IsSuccess ? (catalogue.Value, gazetteer.Value) : gazetteer.Error;
    }
}
