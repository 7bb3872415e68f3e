namespace QuitteXBot.Search.Generations;

/// <summary>
/// The line of the file <c>CURRENT</c>, read anew when the file was replaced, by whichever process: a look at its time is a tenth of opening it,
/// and is made before every question. Not thread-safe.
/// </summary>
internal sealed class CurrentLine(string indexFolder)
{
    /// <summary>Files replaced twice within a tick of the file system's clock (2 s at the coarsest) have the same time: until then, that time tells nothing.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(3);

    private string? line;
    private DateTime? settled;

    /// <summary>The line as it is now, or null where nothing was built yet.</summary>
    public string? Read()
    {
        var written = CurrentGeneration.WrittenAt(indexFolder);
        if (settled is { } known && known == written)
            return line;
        line = CurrentGeneration.ReadLine(indexFolder);
        settled = line is not null && TimeProvider.System.GetUtcNow().UtcDateTime - written > Tick ? written : null;
        return line;
    }
}
