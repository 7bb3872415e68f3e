using System.Globalization;
using System.Text;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Lucene.Files;

/// <summary>
/// The files of an index with their lengths and checksums, in a file beside them: <c>checksum length name</c> a line, and last the checksum of these
/// lines. Lucene's own checksums are compared too late to keep it from reading damaged bytes.
/// </summary>
internal sealed class FileList
{
    public const string FileName = "files";

    /// <summary>Bytes. Smaller files are read and compared when the index is opened, larger ones by <see cref="Verify(CancellationToken)"/> only.</summary>
    private const long LargestReadAtOnce = 4 << 20;

    private const int BufferSize = 1 << 16;

    private readonly string folder;
    private readonly List<Entry> entries = [];

    private FileList(string folder) => this.folder = folder;

    public static void Write(string folder)
    {
        var lines = new StringBuilder();
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            lines.Append(CultureInfo.InvariantCulture, $"{ChecksumOf(path, CancellationToken.None):x8} {new FileInfo(path).Length} {Path.GetFileName(path)}\n");
        lines.Append(CultureInfo.InvariantCulture, $"{Checksum.Of(Encoding.UTF8.GetBytes(lines.ToString())):x8}\n");
        using var stream = new FileStream(Path.Combine(folder, FileName), FileMode.CreateNew, FileAccess.Write);
        stream.Write(Encoding.UTF8.GetBytes(lines.ToString()));
        stream.Flush(flushToDisk: true);
    }

    /// <exception cref="InvalidDataException">There is no index, it is of another engine, or damaged.</exception>
    public static FileList Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new InvalidDataException($"There is no index at {folder}: run reindex.");
        var list = new FileList(folder);
        list.Read(File.ReadAllText(path).Split('\n'));
        foreach (var entry in list.entries)
        {
            var file = new FileInfo(list.PathOf(entry));
            if (!file.Exists || file.Length != entry.Length)
                throw Damaged(entry.Name);
            if (entry.Length <= LargestReadAtOnce)
                list.Verify(entry, CancellationToken.None);
        }

        return list;
    }

    /// <summary>Compares every checksum.</summary>
    /// <exception cref="InvalidDataException">A byte is not as it was written.</exception>
    public void Verify(CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
            Verify(entry, cancellationToken);
    }

    private void Read(string[] lines)
    {
        var written = string.Concat(lines.SkipLast(2).Select(static line => line + "\n"));
        if (lines.Length < 2 || lines[^2] != Checksum.Of(Encoding.UTF8.GetBytes(written)).ToString("x8", CultureInfo.InvariantCulture))
            throw Damaged(FileName);
        foreach (var line in lines.SkipLast(2))
        {
            var parts = line.Split(' ', 3);
            entries.Add(new Entry(parts[2], long.Parse(parts[1], CultureInfo.InvariantCulture), uint.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        }
    }

    private void Verify(Entry entry, CancellationToken cancellationToken)
    {
        var path = PathOf(entry);
        if (!File.Exists(path) || ChecksumOf(path, cancellationToken) != entry.Checksum)
            throw Damaged(entry.Name);
    }

    private string PathOf(Entry entry) => Path.Combine(folder, entry.Name);

    private static uint ChecksumOf(string path, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var buffer = new byte[BufferSize];
        uint checksum = 0;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            checksum = Checksum.Continue(checksum, buffer.AsSpan(0, read));
        }

        return checksum;
    }

    private static InvalidDataException Damaged(string name) => new($"The index's file {name} is missing or damaged: run reindex.");

    private sealed record Entry(string Name, long Length, uint Checksum);
}
