using QuitteXBot.Core.Files;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Search.Generations;

/// <summary>
/// Builds generations of the index beside the one that serves, switches between them atomically, and lends the one that serves.
/// <code>
/// index/CURRENT                 names the generation that serves
/// index/20250120T101500000-…/   a generation: documents/, catalogue.json, manifest.json and what the caller adds
/// index/.building-…/            one that is being built; left behind by a kill, it is deleted at the next start
/// index/.lock                   held while building
/// </code>
/// Any number of processes may read and build; builds take turns. Thread-safe.
/// </summary>
/// <param name="indexFolder">Made when first built into.</param>
public sealed class GenerationStore(string indexFolder, ISearchEngine engine, TimeProvider time) : IDisposable
{
    private const int OpenAttempts = 3;

    private readonly GenerationFolders folders = new(indexFolder);
    private readonly Lock gate = new();
    private readonly List<Generation> opened = [];
    private readonly CurrentLine currentLine = new(indexFolder);
    private string? line;
    private Generation? current;

    /// <summary>Called behind each step of a build: tests stop it there.</summary>
    internal Action<BuildStep>? StepReached { get; init; }

    /// <summary>
    /// Deletes what killed builds left behind. To be called once at start; does nothing while another process builds.
    /// </summary>
    public void Recover()
    {
        if (!Directory.Exists(indexFolder))
            return;
        using var held = folders.TryLock();
        if (held is not null)
            DeleteOld();
    }

    /// <summary>Whether the generation that serves was built with another engine, and cannot be read with this one.</summary>
    public bool IsOfAnotherEngine() => Serving() is { } serving && serving.Engine != engine.Name;

    /// <summary>
    /// The generation that serves now, made by whichever process; null where none was ever built. Costs about a microsecond while it has not changed.
    /// </summary>
    /// <exception cref="InvalidDataException">It is damaged, or was built with another engine.</exception>
    public GenerationLease? Acquire()
    {
        lock (gate)
        {
            for (var attempt = 1; ; attempt++)
            {
                var now = currentLine.Read();
                if (now is null)
                    return null;
                try
                {
                    if (current is null || now != line)
                        Replace(now);
                    current!.Hold();
                    return new GenerationLease(current);
                }
                catch (InvalidDataException) when (attempt < OpenAttempts && CurrentGeneration.ReadLine(indexFolder) != now)
                {
                    // Another process switched, and deleted this generation, between reading its name and opening it.
                }
            }
        }
    }

    /// <summary>
    /// Builds a generation and lets it serve. Until then, and when this fails, is cancelled or killed, the one before serves.
    /// </summary>
    /// <returns>The new generation's manifest, or an error: another build is running, or the folder cannot be written.</returns>
    public async Task<Result<GenerationManifest>> BuildAsync(GenerationInput input, CancellationToken cancellationToken)
    {
        try
        {
            using var held = folders.TryLock();
            if (held is null)
                return new Error("index-busy", "The index is being built by another process: wait for it to end.", indexFolder);
            DeleteOld();
            var now = time.GetUtcNow();
            var id = GenerationFolders.NewId(now);
            try
            {
                return await BuildAsync(id, now, input, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                DeleteOld();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error("index-not-written", $"The index could not be written, the one before still serves: {exception.Message}", indexFolder);
        }
    }

    /// <summary>Compares every file of the generation that serves with its checksum.</summary>
    /// <param name="progress">Gets the part done, 0 to 1.</param>
    /// <returns>What is wrong; nothing where all is well.</returns>
    public async Task<IReadOnlyList<Error>> VerifyAsync(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (CurrentGeneration.ReadLine(indexFolder) is not { } now)
            return [new Error("index-missing", "There is no index yet: run reindex.", indexFolder)];
        try
        {
            return await GenerationVerifier.VerifyAsync(folders, CurrentGeneration.Parse(now), progress, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            return [new Error("index-damaged", exception.Message, indexFolder)];
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            current?.Dispose();
            current = null;
            line = null;
        }
    }

    private async Task<GenerationManifest> BuildAsync(string id, DateTimeOffset now, GenerationInput input, CancellationToken cancellationToken)
    {
        var builder = new GenerationBuilder(folders, engine, StepReached);
        var manifest = await builder.BuildAsync(id, now, input, cancellationToken).ConfigureAwait(false);
        var hash = await GenerationBuilder.HashAsync(Path.Combine(folders.Of(id), GenerationManifest.FileName), cancellationToken).ConfigureAwait(false);
        Durable.FlushFolder(indexFolder);
        new CurrentGeneration(id, engine.Name, hash, Serving()?.Id).Write(indexFolder);
        StepReached?.Invoke(BuildStep.Switched);
        return manifest;
    }

    private void Replace(string now)
    {
        var wanted = CurrentGeneration.Parse(now);
        if (wanted.Engine != engine.Name)
            throw new InvalidDataException($"The index was built with the engine {wanted.Engine}, {engine.Name} is configured: run reindex.");
        var folder = folders.Of(wanted.Id);
        var next = new Generation(wanted, folder, engine.Open(Path.Combine(folder, GenerationBuilder.DocumentsFolder)));
        current?.Dispose();
        current = next;
        line = now;
        opened.RemoveAll(static generation => !generation.IsOpen);
        opened.Add(next);
    }

    /// <summary>The present one, the one before it (another process may still read it), and whatever this process has open stay.</summary>
    private void DeleteOld()
    {
        var hasLine = CurrentGeneration.ReadLine(indexFolder) is not null;
        var serving = Serving();
        lock (gate)
        {
            var open = opened.Where(generation => generation.IsOpen).Select(generation => generation.Current.Id).ToHashSet(StringComparer.Ordinal);

            // A line that cannot be read may be mended by hand: what it named is left alone.
            folders.DeleteAllBut(id => (hasLine && serving is null) || id == serving?.Id || id == serving?.Previous || open.Contains(id));
        }
    }

    private CurrentGeneration? Serving()
    {
        try
        {
            return CurrentGeneration.ReadLine(indexFolder) is { } now ? CurrentGeneration.Parse(now) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
