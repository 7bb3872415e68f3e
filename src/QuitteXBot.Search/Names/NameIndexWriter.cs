using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names;

/// <summary>Writes the file that <see cref="NameIndex"/> opens.</summary>
public static class NameIndexWriter
{
    /// <summary>
    /// Writes the file and flushes it to the disk. Who needs it whole or not at all writes beside and renames.
    /// </summary>
    /// <param name="organisations">
    /// The organisations, and whether statements or departures are recorded of each: what is asked for most likely. Of two with one id, the first is kept.
    /// </param>
    public static void Write(string path, IEnumerable<(Organisation Organisation, bool HasRecords)> organisations)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(NameFileBuilder.Build(organisations));
        file.Flush(flushToDisk: true);
    }
}
