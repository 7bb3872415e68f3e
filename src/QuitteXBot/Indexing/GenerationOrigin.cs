using System.Globalization;

namespace QuitteXBot.Indexing;

/// <summary>What of the store a generation was built from, as two files in its folder tell.</summary>
/// <param name="Revision">The store's last revision before it was read.</param>
internal sealed record GenerationOrigin(long Revision)
{
    private const string RevisionFile = "revision.txt";
    private const string RecordedOnlyFile = "recorded-only.txt";

    public static void Write(string folder, long revision, IEnumerable<string> recordedOnly)
    {
        File.WriteAllText(Path.Combine(folder, RevisionFile), revision.ToString(CultureInfo.InvariantCulture));
        File.WriteAllLines(Path.Combine(folder, RecordedOnlyFile), recordedOnly.Order(StringComparer.Ordinal));
    }

    /// <summary>A generation that was built before this was kept counts as built from nothing: all that the log's end tells is laid over it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static GenerationOrigin Read(string folder)
    {
        var path = Path.Combine(folder, RevisionFile);
        if (!File.Exists(path))
            return new GenerationOrigin(0);
        return long.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new GenerationOrigin(revision)
            : throw new InvalidDataException($"{path} is damaged: run reindex.");
    }

    /// <summary>The organisations that the gazetteer did not list: of these the store knew every name.</summary>
    public static HashSet<string> ReadRecordedOnly(string folder)
    {
        var path = Path.Combine(folder, RecordedOnlyFile);
        return File.Exists(path) ? [.. File.ReadAllLines(path)] : [];
    }
}
