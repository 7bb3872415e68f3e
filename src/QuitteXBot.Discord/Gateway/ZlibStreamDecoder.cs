using System.Buffers;
using System.IO.Compression;

namespace QuitteXBot.Discord.Gateway;

/// <summary>
/// Unpacks zlib-stream: one zlib context for the whole connection, a payload ends with a flush (<c>00 00 FF FF</c>).
/// https://discord.com/developers/docs/events/gateway#transport-compression
/// </summary>
internal sealed class ZlibStreamDecoder : IDisposable
{
    /// <summary>A payload that unpacks to more is refused: a guild's description is at most some hundred kilobytes with these intents.</summary>
    public const int LongestPayload = 16 * 1024 * 1024;

    private readonly MemoryStream packed = new();
    private readonly ZLibStream unpacker;
    private readonly ArrayBufferWriter<byte> unpacked = new(16 * 1024);

    public ZlibStreamDecoder() => unpacker = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>
    /// Unpacks a WebSocket message. Null where the payload goes on in the next one.
    /// </summary>
    /// <exception cref="InvalidDataException">The data is damaged or unpacks to too much.</exception>
    public ReadOnlyMemory<byte>? Decode(ReadOnlySpan<byte> message)
    {
        packed.Position = packed.Length;
        packed.Write(message);
        if (!packed.GetBuffer().AsSpan(0, (int)packed.Length).EndsWith<byte>([0x00, 0x00, 0xFF, 0xFF]))
            return null;
        packed.Position = 0;
        unpacked.ResetWrittenCount();
        for (var isDone = false; !isDone;)
        {
            var space = unpacked.GetSpan(4_096);
            var read = Read(space);
            unpacked.Advance(read);
            if (unpacked.WrittenCount > LongestPayload)
                throw new InvalidDataException("The payload unpacks to too much.");
            isDone = read < space.Length && packed.Position == packed.Length;
        }

        packed.SetLength(0);
        return unpacked.WrittenMemory;
    }

    /// <summary>
    /// The executable has streams that end too early refused (System.IO.Compression.UseStrictValidation), and this one ends only with its connection.
    /// It is asked beyond the end of a payload only where the payload filled the space to the last byte.
    /// </summary>
    private int Read(Span<byte> space)
    {
        try
        {
            return unpacker.Read(space);
        }
        catch (InvalidDataException) when (unpacked.WrittenCount > 0 && packed.Position == packed.Length)
        {
            return 0;
        }
    }

    public void Dispose()
    {
        unpacker.Dispose();
        packed.Dispose();
    }
}
