using QuitteXBot.Core;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Search.Generations;

/// <summary>An open generation, shared by all leases of this process and closed when the last of them and the store have let it go.</summary>
internal sealed class Generation : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<Type, object> parts = [];
    private int holders = 1;

    public Generation(CurrentGeneration current, string folder, ISearchIndex index)
    {
        Current = current;
        Folder = folder;
        Index = index;
    }

    public CurrentGeneration Current { get; }

    public string Folder { get; }

    public ISearchIndex Index { get; }

    /// <summary>Whether anybody holds it still.</summary>
    public bool IsOpen => Volatile.Read(ref holders) > 0;

    public Catalogue Catalogue => Part(static folder => CatalogueFile.Read(Path.Combine(folder, CatalogueFile.FileName)));

    public GenerationManifest Manifest => Part(static folder => GenerationManifest.Read(Path.Combine(folder, GenerationManifest.FileName)));

    public T Part<T>(Func<string, T> open)
        where T : class
    {
        lock (gate)
        {
            if (!parts.TryGetValue(typeof(T), out var part))
                parts.Add(typeof(T), part = open(Folder));
            return (T)part;
        }
    }

    /// <summary>Only while it is surely held by another: under the store's lock.</summary>
    public void Hold() => Interlocked.Increment(ref holders);

    public void Dispose()
    {
        if (Interlocked.Decrement(ref holders) > 0)
            return;
        Index.Dispose();
        foreach (var part in parts.Values)
            (part as IDisposable)?.Dispose();
    }
}
