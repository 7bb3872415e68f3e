using System.Buffers.Binary;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>Numbers of 32 bits in a section of the file.</summary>
internal readonly ref struct NumberTable(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Count => _bytes.Length / 4;

    public uint this[int index] => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(4 * index)..]);
}
