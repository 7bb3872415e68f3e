using System.Runtime.InteropServices;

namespace QuitteXBot.Search.Embedded.Files;

/// <summary>Writes an index file section by section, then its header.</summary>
internal sealed class IndexFileWriter
{
    private const int Alignment = 8;

    private readonly Stream stream;
    private Section current = Section.Count;
    private uint checksum;

    /// <param name="stream">Empty, at its beginning; it stays the caller's.</param>
    public IndexFileWriter(Stream stream)
    {
        this.stream = stream;
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
    }

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
