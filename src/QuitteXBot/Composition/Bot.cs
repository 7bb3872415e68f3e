using QuitteXBot.Commands;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Configuration;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Storage;
using QuitteXBot.Indexing;
using QuitteXBot.Ingestion;
using QuitteXBot.Ingestion.Checking;
using QuitteXBot.Ingestion.Configuration;
using QuitteXBot.Ingestion.Fetching;
using QuitteXBot.Ingestion.Inputs;
using QuitteXBot.Maintenance;
using QuitteXBot.Search.Generations;
using QuitteXBot.Storage.Sqlite;
using QuitteXBot.Storage.Sqlite.Backup;

namespace QuitteXBot.Composition;

/// <summary>The parts, put together: the store, the generations of the index, and the assistant that answers from both.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private Bot(BotOptions options, SqliteStore store, ISearchEngine engine, TimeProvider time)
        : this(options, store, engine, new GenerationStore(options.Paths.Index, engine, time), time)
    {
    }

    private Bot(BotOptions options, SqliteStore store, ISearchEngine engine, GenerationStore generations, TimeProvider time)
    {
        Options = options;
        Store = store;
        Transfer = store;
        Generations = generations;
        Reindexer = new Reindexer(options, store, generations);
        Errors = new RecentErrors(time);
        Knowledge = new KnowledgeSource(generations, store, engine);
        if (store.IsWritable)
            (Desk, Sources, Maintainer) = Maintained(store, time);
        Assistant = new Assistant(Knowledge, new GenerationSnippeter(generations), time, Desk);
    }

    public BotOptions Options { get; }

    public IStore Store { get; }

    public GenerationStore Generations { get; }

    public IStoreTransfer Transfer { get; }

    public Reindexer Reindexer { get; }

    public KnowledgeSource Knowledge { get; }

    /// <summary>Null where the store was opened for reading only.</summary>
    public ModerationDesk? Desk { get; }

    /// <summary>Looks at the cited pages; null as <see cref="Desk"/>.</summary>
    public SourceRound? Sources { get; }

    /// <summary>Null as <see cref="Desk"/>.</summary>
    public Maintainer? Maintainer { get; }

    /// <summary>What <c>/status</c> shows of the log, where a host writes one.</summary>
    public RecentErrors Errors { get; }

    public IAssistant Assistant { get; }

    /// <summary>Opens what is there for reading and writing; nothing is read from the seeds yet.</summary>
    public static async Task<Result<Bot>> OpenAsync(BotOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var store = await SqliteStore.OpenAsync(options.StorePath, time, cancellationToken);
        return store.IsSuccess ? new Bot(options, store.Value, EngineOf(options), time) : store.Error;
    }

    /// <summary>Opens what is there for questions only, as quickly as that can be done; the seeds are read first where that was never done.</summary>
    /// <param name="progress">Made when the seeds are read, and disposed of behind it.</param>
    /// <param name="report">Gets what is wrong with single seed files; the others are read.</param>
    /// <param name="forChanges">Whether moderators' commands are wanted too; where the store cannot be written to, questions are answered all the same.</param>
    public static async Task<Result<Bot>> OpenSeededAsync(
        BotOptions options, TimeProvider time, Func<Cli.ProgressLine> progress, Action<Error> report, bool forChanges, CancellationToken cancellationToken)
    {
        var engine = EngineOf(options);
        var generations = new GenerationStore(options.Paths.Index, engine, time);
        var serves = Serves(generations, options);
        if (serves is { IsSuccess: true, Value: true })
        {
            if (forChanges && await SqliteStore.OpenAsync(options.StorePath, time, cancellationToken) is { IsSuccess: true } writable)
                return new Bot(options, writable.Value, engine, generations, time);
            if (SqliteStore.OpenForReading(options.StorePath) is { IsSuccess: true } ready)
                return new Bot(options, ready.Value, engine, generations, time);
        }

        generations.Dispose();
        if (!serves.IsSuccess)
            return serves.Error;
        return await SeedAsync(options, time, progress, report, cancellationToken);
    }

    /// <summary>To be called by who answers for long: clears up behind killed builds, and has the index built anew when much has changed.</summary>
    public void Serve()
    {
        Generations.Recover();
        if (Maintainer is { } maintainer)
            Knowledge.FarBehind = maintainer.CatchUp;
    }

    public async ValueTask DisposeAsync()
    {
        if (Maintainer is not null)
            await Maintainer.DisposeAsync();
        Knowledge.Dispose();
        Generations.Dispose();
        await Store.DisposeAsync();
    }

    private (ModerationDesk Desk, SourceRound Sources, Maintainer Maintainer) Maintained(SqliteStore store, TimeProvider time)
    {
        var desk = DeskOf(Options, store, time);
        var sources = new SourceRound(store, store, new SourceChecker(desk.Fetcher, time), Options.Paths.Data, time);
        var backups = new Backups(new SqliteBackup(Options.StorePath, time), Options.Paths.Backups, Options.Maintenance.KeepBackups, time);
        var maintainer = new Maintainer(this, sources, backups, Errors);
        desk.Maintenance = maintainer;
        return (desk, sources, maintainer);
    }

    /// <summary>Whether there is an index to ask. One of another engine is none: it is built anew from the store, as where there never was one.</summary>
    private static Result<bool> Serves(GenerationStore generations, BotOptions options)
    {
        if (generations.IsOfAnotherEngine())
            return false;
        try
        {
            using var lease = generations.Acquire();
            return lease is not null;
        }
        catch (InvalidDataException exception)
        {
            return new Error("index-damaged", exception.Message, options.Paths.Index);
        }
    }

    private static async Task<Result<Bot>> SeedAsync(
        BotOptions options, TimeProvider time, Func<Cli.ProgressLine> progress, Action<Error> report, CancellationToken cancellationToken)
    {
        var bot = await OpenAsync(options, time, cancellationToken);
        if (!bot.IsSuccess)
            return bot;
        using var line = progress();
        var reindexed = await bot.Value.Reindexer.RunAsync(line, cancellationToken);
        if (!reindexed.IsSuccess)
        {
            await bot.Value.DisposeAsync();
            return reindexed.Error;
        }

        foreach (var fault in reindexed.Value.Faults)
            report(fault);
        return bot;
    }

    private static ModerationDesk DeskOf(BotOptions options, SqliteStore store, TimeProvider time) => new(options.Moderation, store, store, time)
    {
        Extractor = knowledge => new Extractor(knowledge.Catalogue, knowledge.Names),
        Fetcher = new PageFetcher(options.Fetching, new SystemNameResolver(), time),
        Documents = new PostedDocumentReader(),
    };

    /// <summary>The catalogue is asked for only when an index is built.</summary>
    private static ISearchEngine EngineOf(BotOptions options) => SearchEngines.Create(options.Search.Engine, () =>
    {
        var catalogue = CatalogueReader.Read(options.Paths.Config);
        return catalogue.IsSuccess ? catalogue.Value : throw new InvalidDataException(catalogue.Error.ToString());
    });
}
