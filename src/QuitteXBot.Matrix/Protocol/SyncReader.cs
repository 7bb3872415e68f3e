using System.Buffers;
using System.Text.Json;

namespace QuitteXBot.Matrix.Protocol;

/// <summary>
/// Reads an answer of /sync room by room while it arrives, so that one of any size is handled in the memory of its largest room.
/// Room updates go to the given sink; the answer's <c>next_batch</c> is the result.
/// </summary>
/// <exception cref="JsonException">The answer is no JSON, has no <c>next_batch</c>, or has a room larger than <see cref="LargestRoom"/>.</exception>
internal sealed class SyncReader(string userId, Action<RoomUpdate> sink)
{
    /// <summary>Bytes of one answer.</summary>
    public const long Longest = 256L << 20;

    /// <summary>Bytes of one room: fifty events of the largest size that Matrix allows, and its state.</summary>
    public const int LargestRoom = 8 << 20;

    private const int FirstBuffer = 64 << 10;

    private readonly string?[] path = new string?[4];
    private string? nextBatch;

    public async ValueTask<string> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var filled = 0;
            var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = 100 });
            for (var isLast = false; !isLast;)
            {
                if (filled == buffer.Length)
                    buffer = Larger(buffer);
                var read = await body.ReadAtLeastAsync(buffer.AsMemory(filled), buffer.Length - filled, throwOnEndOfStream: false, cancellationToken);
                isLast = read < buffer.Length - filled;
                filled += read;
                var consumed = Consume(buffer.AsSpan(0, filled), isLast, ref state);
                buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
                filled -= consumed;
            }

            return nextBatch ?? throw new JsonException("There is no next_batch.");
        }
        catch (InvalidOperationException fault)
        {
            // Half a surrogate pair in a name or in the token.
            throw new JsonException(fault.Message, fault);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length >= LargestRoom)
            throw new JsonException("One room is larger than what is read.");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>Reads as far as there are whole values; the number of bytes that are done with.</summary>
    private int Consume(ReadOnlySpan<byte> bytes, bool isLast, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        var done = 0;
        while (true)
        {
            var ahead = reader;
            if (!ahead.Read())
                break;
            if (ahead.TokenType == JsonTokenType.PropertyName && ahead.CurrentDepth < path.Length)
            {
                Enter(ahead.CurrentDepth, ahead.GetString());
                if (IsWanted(ahead.CurrentDepth))
                {
                    if (!ahead.Read())
                        break;
                    var start = (int)ahead.TokenStartIndex;
                    if (!ahead.TrySkip())
                        break;
                    Take(bytes[start..(int)ahead.BytesConsumed]);
                }
            }

            reader = ahead;
            done = (int)reader.BytesConsumed;
            state = reader.CurrentState;
        }

        return done;
    }

    private void Enter(int depth, string? name)
    {
        path[depth] = name;
        Array.Clear(path, depth + 1, path.Length - depth - 1);
    }

    private bool IsWanted(int depth) =>
        (depth == 1 && path[1] == "next_batch") || (depth == 3 && path[1] == "rooms" && path[2] is "join" or "invite" or "leave");

    private void Take(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = 100 });
        using var document = JsonDocument.ParseValue(ref reader);
        if (path[2] is null)
        {
            nextBatch = document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString() : null;
            return;
        }

        // A room id is opaque; it only has to begin as one.
        if (path[3] is { Length: > 1 and <= 255 } roomId && roomId[0] == '!' && RoomUpdateReader.Read(path[2]!, roomId, document.RootElement, userId) is { } update)
            sink(update);
    }
}
