using QuitteXBot.Core;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Search.Generations;

/// <summary>One generation, held until disposed: whatever is built meanwhile, a question is answered from one and the same.</summary>
public sealed class GenerationLease : IDisposable
{
    private readonly Generation generation;
    private int isReleased;

    internal GenerationLease(Generation generation) => this.generation = generation;

    public string Id => generation.Current.Id;

    /// <summary>The generation's folder, for files that <see cref="GenerationInput.WriteMore"/> wrote.</summary>
    public string Folder => generation.Folder;

    public ISearchIndex Index => generation.Index;

    /// <summary>Read when first asked for.</summary>
    /// <exception cref="InvalidDataException">The file is missing or damaged.</exception>
    public Catalogue Catalogue => generation.Catalogue;

    /// <summary>Read when first asked for.</summary>
    /// <exception cref="InvalidDataException">The file is missing or damaged.</exception>
    public GenerationManifest Manifest => generation.Manifest;

    /// <summary>
    /// Something more that is read from the generation's folder, once for all leases of it, and disposed with it: one a type.
    /// </summary>
    /// <param name="open">Gets the folder.</param>
    public T Part<T>(Func<string, T> open)
        where T : class
        => generation.Part(open);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isReleased, 1) == 0)
            generation.Dispose();
    }
}
