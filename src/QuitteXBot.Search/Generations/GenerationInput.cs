using QuitteXBot.Core;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Search.Generations;

/// <summary>What a generation is built from.</summary>
public sealed record GenerationInput
{
    /// <summary>Read once, while the index is built.</summary>
    public required IAsyncEnumerable<IndexDocument> Documents { get; init; }

    public required Catalogue Catalogue { get; init; }

    /// <summary>See <see cref="GenerationManifest.Fingerprint"/>.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Writes more files into the new generation's folder (the names, say); they are checked and switched with the rest.</summary>
    public Func<string, CancellationToken, Task>? WriteMore { get; init; }
}
