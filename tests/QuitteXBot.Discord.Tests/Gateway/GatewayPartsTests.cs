using System.IO.Compression;
using System.Text;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Testing;

namespace QuitteXBot.Discord.Tests.Gateway;

public sealed class GatewayPartsTests
{
    [Fact]
    public async Task SendLimit_AHundredAndTwentyInAMinute_KeepsTenForHeartbeats()
    {
        var time = new ManualTimeProvider();
        var limit = new SendLimit(time);
        for (var i = 0; i < 110; i++)
            await limit.EnterAsync(false, CancellationToken.None);

        var next = limit.EnterAsync(false, CancellationToken.None);
        var heartbeat = limit.EnterAsync(true, CancellationToken.None);

        Assert.True(heartbeat.IsCompleted);
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(60));
        await next.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task IdentifyGate_MaxConcurrencyTwo_LetsTwoPassEveryFiveSeconds()
    {
        var time = new ManualTimeProvider();
        var gate = new IdentifyGate(time, 2, 1_000, TimeSpan.FromHours(1));

        var turns = Enumerable.Range(0, 5).Select(shard => gate.EnterAsync(shard, CancellationToken.None)).ToArray();

        Assert.Equal([true, true, false, false, false], turns.Select(turn => turn.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(turns[..4]).WaitAsync(TimeSpan.FromSeconds(5));
        Assert.False(turns[4].IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));
        await turns[4].WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Decode_PayloadsInAnyPieces_GivesThemBack()
    {
        var payloads = Enumerable.Range(0, 50).Select(i => $$"""{"op":0,"s":{{i}},"d":"{{new string('é', i * 37)}}"}""").ToList();
        using var packed = new MemoryStream();
        using var packer = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        using var decoder = new ZlibStreamDecoder();
        var random = new Random(7);
        var decoded = new List<string>();
        foreach (var payload in payloads)
        {
            packed.SetLength(0);
            packer.Write(Encoding.UTF8.GetBytes(payload));
            packer.Flush();
            var bytes = packed.ToArray();
            for (var from = 0; from < bytes.Length;)
            {
                var to = Math.Min(bytes.Length, from + random.Next(1, 60));
                if (decoder.Decode(bytes.AsSpan(from, to - from)) is { } whole)
                    decoded.Add(Encoding.UTF8.GetString(whole.Span));
                from = to;
            }
        }

        Assert.Equal(payloads, decoded);
    }

    /// <summary>Around the sizes at which what is unpacked just fills the space for it: there the end of a payload is hardest to see.</summary>
    [Fact]
    public void Decode_PayloadsOfEverySizeAroundTheSpaces_GivesThemBack()
    {
        using var packed = new MemoryStream();
        using var packer = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        using var decoder = new ZlibStreamDecoder();
        foreach (var length in new[] { 4_096, 8_192, 12_288, 16_384, 32_768, 65_536, 262_144 }.SelectMany(size => Enumerable.Range(size - 2, 5)))
        {
            var payload = new byte[length];
            new Random(length).NextBytes(payload);
            packed.SetLength(0);
            packer.Write(payload);
            packer.Flush();

            Assert.Equal(payload, decoder.Decode(packed.ToArray())!.Value.ToArray());
        }
    }

    [Fact]
    public void Decode_PayloadThatUnpacksToTooMuch_IsRefused()
    {
        using var packed = new MemoryStream();
        using var packer = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        packer.Write(new byte[ZlibStreamDecoder.LongestPayload + 1]);
        packer.Flush();
        using var decoder = new ZlibStreamDecoder();

        Assert.Throws<InvalidDataException>(() => decoder.Decode(packed.ToArray()));
    }
}
