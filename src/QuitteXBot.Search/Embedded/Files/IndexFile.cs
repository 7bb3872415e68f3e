using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace QuitteXBot.Search.Embedded.Files;

/// <summary>
/// The bytes of an index file. A small one is read at once and its checksums are compared; a large one is mapped into memory, so that opening it
/// costs no more, and its checksums are compared by <see cref="Verify"/> only.
/// </summary>
internal sealed unsafe class IndexFile : IDisposable
{
    /// <summary>Bytes: about 10,000 statements.</summary>
    public const long LargestReadAtOnce = 4 << 20;

    private readonly byte[]? bytes;
    private readonly MemoryMappedFile? mapping;
    private readonly MemoryMappedViewAccessor? view;
    private readonly byte* start;
    private volatile bool isDisposed;

    private IndexFile(IndexHeader header, byte[] pinned)
    {
        Header = header;
        bytes = pinned;
        start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
    }

    private IndexFile(IndexHeader header, FileStream stream)
    {
        Header = header;
        mapping = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
    }

    public readonly IndexHeader Header;

    /// <param name="largestReadAtOnce">Bytes: see <see cref="LargestReadAtOnce"/>.</param>
    /// <exception cref="InvalidDataException">It is no index, of another version, or damaged.</exception>
    public static IndexFile Open(string path, long largestReadAtOnce)
    {
        using var handle = OpenHandle(path);
        var length = RandomAccess.GetLength(handle);
        if (length <= largestReadAtOnce)
        {
            var pinned = GC.AllocateUninitializedArray<byte>((int)length, pinned: true);
            ReadAll(handle, pinned);
            var small = new IndexFile(IndexHeader.Read(pinned, length), pinned);
            small.Verify(CancellationToken.None);
            return small;
        }

        var first = new byte[IndexHeader.Size];
        ReadAll(handle, first);
        return new IndexFile(IndexHeader.Read(first, length), new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1));
    }

    /// <summary>An index that was written into memory.</summary>
    public static IndexFile Of(ReadOnlySpan<byte> written)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(written.Length, pinned: true);
        written.CopyTo(pinned);
        return new IndexFile(IndexHeader.Read(pinned, pinned.Length), pinned);
    }

    /// <summary>
    /// The sections, until <see cref="Release"/>. As long as one is held, <see cref="Dispose"/> waits with giving the memory back.
    /// </summary>
    public IndexView Acquire()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (view is not null)
        {
            var added = false;
            view.SafeMemoryMappedViewHandle.DangerousAddRef(ref added);
        }

        return new IndexView(this);
    }

    public void Release() => view?.SafeMemoryMappedViewHandle.DangerousRelease();

    /// <summary>Only between <see cref="Acquire"/> and <see cref="Release"/>.</summary>
    public ReadOnlySpan<T> Values<T>(Section section)
        where T : unmanaged
    {
        ref readonly var entry = ref Header.Sections[(int)section];
        return new ReadOnlySpan<T>(start + entry.Offset, (int)(entry.Length / sizeof(T)));
    }

    /// <summary>Compares every checksum.</summary>
    /// <exception cref="InvalidDataException">A byte is not as it was written.</exception>
    public void Verify(CancellationToken cancellationToken)
    {
        _ = Acquire();
        try
        {
            for (var section = Section.Postings; section < Section.Count; section++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Checksum.Of(Values<byte>(section)) != Header.Sections[(int)section].Checksum)
                    throw new InvalidDataException($"The index's part {section} is damaged: run reindex.");
            }
        }
        finally
        {
            Release();
        }
    }

    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        view?.SafeMemoryMappedViewHandle.ReleasePointer();
        view?.Dispose();
        mapping?.Dispose();
        GC.KeepAlive(bytes);
    }

    private static SafeFileHandle OpenHandle(string path)
    {
        try
        {
            return File.OpenHandle(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"There is no index at {path}: run reindex.", exception);
        }
    }

    private static void ReadAll(SafeFileHandle handle, Span<byte> destination)
    {
        var read = 0;
        while (read < destination.Length)
        {
            var count = RandomAccess.Read(handle, destination[read..], read);
            if (count == 0)
                throw new InvalidDataException("The index file ended early: run reindex.");
            read += count;
        }
    }
}
