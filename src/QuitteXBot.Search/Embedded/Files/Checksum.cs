using System.Buffers.Binary;
using System.Numerics;

namespace QuitteXBot.Search.Embedded.Files;

/// <summary>CRC-32C (Castagnoli), which finds every change of a single byte and which processors compute in hardware.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes) => Continue(0, bytes);

    /// <summary>The checksum of all that came before and these bytes.</summary>
    public static uint Continue(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var state = ~checksum;
        while (bytes.Length >= 8)
        {
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var value in bytes)
            state = BitOperations.Crc32C(state, value);
        return ~state;
    }
}
