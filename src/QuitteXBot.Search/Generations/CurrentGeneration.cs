using System.Text;
using QuitteXBot.Core.Files;

namespace QuitteXBot.Search.Generations;

/// <summary>
/// What the file <c>CURRENT</c> says: one line with the format's version, the generation that serves, the engine that it was built with,
/// the SHA-256 of its manifest, and the generation before it (or <c>-</c>). Replaced as a whole, never changed.
/// </summary>
internal sealed record CurrentGeneration(string Id, string Engine, string ManifestSha256, string? Previous)
{
    private const string FileName = "CURRENT";
    private const string Version = "1";
    private const int LongestLine = 1024;

    /// <summary>When the file was written, in UTC; long ago where there is none.</summary>
    public static DateTime WrittenAt(string indexFolder) => File.GetLastWriteTimeUtc(Path.Combine(indexFolder, FileName));

    /// <summary>The line, or null where nothing was built yet.</summary>
    public static string? ReadLine(string indexFolder)
    {
        try
        {
            using var handle = File.OpenHandle(Path.Combine(indexFolder, FileName));
            Span<byte> bytes = stackalloc byte[LongestLine];
            return Encoding.UTF8.GetString(bytes[..RandomAccess.Read(handle, bytes, 0)]);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <exception cref="InvalidDataException">The line is not what <see cref="Write"/> wrote.</exception>
    public static CurrentGeneration Parse(string line)
    {
        var parts = line.TrimEnd('\n').Split(' ');
        if (parts.Length != 5 || parts[0] != Version || !GenerationFolders.IsId(parts[1]) || (parts[4] != "-" && !GenerationFolders.IsId(parts[4])))
            throw new InvalidDataException($"The file {FileName} of the index is damaged, or of another version: run reindex.");
        return new CurrentGeneration(parts[1], parts[2], parts[3], parts[4] == "-" ? null : parts[4]);
    }

    public void Write(string indexFolder)
    {
        var path = Path.Combine(indexFolder, FileName);
        using (var stream = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes($"{Version} {Id} {Engine} {ManifestSha256} {Previous ?? "-"}\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
        Durable.FlushFolder(indexFolder);
    }
}
