using System.Runtime.InteropServices;

namespace QuitteXBot.Search.Embedded.Files;

/// <summary>Writes an index file section by section, then its header, then flushes it to disk.</summary>
internal sealed class IndexFileWriter : IDisposable
{
    private const int Alignment = 8;

    private readonly FileStream stream;
    private Section current = Section.Count;
    private uint checksum;

    public IndexFileWriter(string path)
    {
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        stream.Write(new byte[IndexHeader.Size]);
    }

    public IndexHeader Header { get; } = new();

    /// <summary>Ends the section before and begins this one.</summary>
    public void Begin(Section section)
    {
        End();
        current = section;
        checksum = 0;
        Header.Sections[(int)section].Offset = stream.Position;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        checksum = Checksum.Continue(checksum, bytes);
        stream.Write(bytes);
    }

    /// <summary>Writes a whole section.</summary>
    public void WriteSection<T>(Section section, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Begin(section);
        Write(MemoryMarshal.AsBytes(values));
    }

    public void Finish()
    {
        End();
        Span<byte> header = stackalloc byte[IndexHeader.Size];
        Header.Write(header);
        stream.Position = 0;
        stream.Write(header);
        stream.Flush(flushToDisk: true);
    }

    public void Dispose() => stream.Dispose();

    private void End()
    {
        if (current == Section.Count)
            return;
        ref var entry = ref Header.Sections[(int)current];
        entry.Length = stream.Position - entry.Offset;
        entry.Checksum = checksum;
        while (stream.Position % Alignment != 0)
            stream.WriteByte(0);
        current = Section.Count;
    }
}
