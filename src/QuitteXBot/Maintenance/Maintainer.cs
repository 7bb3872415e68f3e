using System.Collections.Immutable;
using System.Reflection;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Composition;
using QuitteXBot.Core.Results;
using QuitteXBot.Exchange;
using QuitteXBot.Indexing;

namespace QuitteXBot.Maintenance;

/// <summary>Does what maintainers ask for, over the bot that serves meanwhile.</summary>
internal sealed class Maintainer(Bot bot, SourceRound round, Backups backups, RecentErrors errors) : IMaintenance, IAsyncDisposable
{
    private readonly WorkSlot slot = new();

    /// <summary>How the platforms are; none at the console.</summary>
    public Func<ImmutableArray<PlatformState>> Platforms { get; set; } = static () => [];

    public static string Version { get; } =
        typeof(Maintainer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public async Task<MaintenanceStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var summary = await bot.Store.SummariseAsync(cancellationToken);
        using var generation = bot.Generations.Acquire() ?? throw new InvalidOperationException("no generation was built before the first question");
        return new MaintenanceStatus(
            Version,
            summary,
            new GenerationStatus(generation.Manifest.Id, generation.Manifest.BuiltAt, generation.Index.DocumentCount),
            Platforms(),
            backups.Last(),
            CheckNotes.Read(bot.Options.Paths.Data).Ended,
            slot.IsTaken,
            [.. errors.Read()]);
    }

    public IAsyncEnumerable<MaintenanceStep>? Reindex() => slot.TryStart(async (progress, cancellationToken) =>
    {
        var outcome = await bot.Reindexer.RunAsync(new Stages(progress), cancellationToken);
        return outcome.IsSuccess ? new Reindexed(outcome.Value.Report, outcome.Value.Documents, outcome.Value.Faults) : new WorkFailed(outcome.Error);
    });

    /// <summary>Builds the index from the store as it is, in the background; where other work goes on, that is left to the next call.</summary>
    public void CatchUp() => slot.TryStart(async (progress, cancellationToken) =>
    {
        var built = await bot.Reindexer.IndexAsync(new Stages(progress), cancellationToken);
        return built.IsSuccess ? new UnderWay(MaintenanceStage.Indexing, 1) : new WorkFailed(built.Error);
    });

    public IAsyncEnumerable<MaintenanceStep>? CheckSources() => slot.TryStart(async (progress, cancellationToken) => await round.RunAsync(progress, cancellationToken));

    public Task<Result<BackupFile>> BackupAsync(CancellationToken cancellationToken) => backups.MakeAsync(null, cancellationToken);

    public Task<ReplyFile> ExportAsync(string format, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            using var buffer = new MemoryStream();
            await Exporter.WriteAsync(bot.Store, bot.Transfer, format, buffer, cancellationToken);
            var (extension, type) = format switch
            {
                "csv" => ("csv", "text/csv"),
                "jsonld" => ("jsonld", "application/ld+json"),
                _ => ("json", "application/json"),
            };
            return new ReplyFile($"quittexbot-export.{extension}", type, buffer.ToArray());
        },
        cancellationToken);

    public Task<Result<ImportPreview>> PreviewAsync(Enclosure file, CancellationToken cancellationToken) =>
        Task.Run(() => new Importer(bot.Store, bot.Transfer).PreviewAsync(file.Name, file.Content, cancellationToken), cancellationToken);

    public ValueTask DisposeAsync() => slot.DisposeAsync();

    /// <summary>The indexer's steps as the commands know them.</summary>
    private sealed class Stages(IProgress<MaintenanceStep> progress) : IProgress<ReindexProgress>
    {
        public void Report(ReindexProgress value) => progress.Report(new UnderWay(
            value.Step switch
            {
                Reindexer.ReadingSeeds => MaintenanceStage.Seeds,
                Reindexer.Storing => MaintenanceStage.Storing,
                Reindexer.Indexing => MaintenanceStage.Indexing,
                _ => MaintenanceStage.Configuration,
            },
            value.Part));
    }
}
