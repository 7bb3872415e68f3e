using System.Text;
using System.Text.Json;
using QuitteXBot.Matrix.Protocol;

namespace QuitteXBot.Matrix.Tests.Protocol;

public sealed class SyncReaderTests
{
    private const string Answer = """
        {"device_lists":{"changed":[]},"rooms":{"knock":{"!k":{}},"join":{"!a":{"timeline":{"events":[
        {"type":"m.room.message","sender":"@a:b","event_id":"$1","origin_server_ts":1,"content":{"msgtype":"m.text","body":"caf\u00e9 🐦"}},
        {"type":"m.room.message","sender":"@a:b","event_id":"not an id","content":{}},
        {"type":"m.room.message","event_id":"$2"}, 7, "x"],"limited":true,"prev_batch":"p"},"summary":{"m.joined_member_count":3}},"!b":{}},
        "invite":{"!c":{"invite_state":{"events":[{"type":"m.room.member","state_key":"@bot:b","sender":"@a:b","content":{"membership":"invite","is_direct":true}}]}}},
        "leave":{"!d":{"timeline":{}}}},"next_batch":"s1","account_data":{"events":[{"rooms":{"join":{"!no":{}}}}]}}
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Read_AnswerInPieces_GivesEveryRoom(int pieces)
    {
        var updates = new List<RoomUpdate>();

        var token = await new SyncReader("@bot:b", updates.Add).ReadAsync(new Trickle(Encoding.UTF8.GetBytes(Answer), pieces), default);

        Assert.Equal("s1", token);
        Assert.Equal(["!a", "!b", "!c", "!d"], updates.Select(update => update.RoomId));
        var joined = Assert.IsType<JoinedRoom>(updates[0]);
        Assert.Equal(("p", 3L), (joined.GapBefore, joined.JoinedMembers));
        Assert.Equal("café 🐦", Assert.Single(joined.Events).Content.Body);
        Assert.Equal(new InvitedRoom("!c", "@a:b", true), updates[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"next_batch\":7}")]
    [InlineData("{\"next_batch\":\"s\"")]
    [InlineData("{\"next_batch\":\"s\"} more")]
    [InlineData("{\"next_batch\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1,\"rooms\":{\"join\":{\"\\udc00\":{}}}}")]
    public async Task Read_NoAnswerOfASync_IsRefused(string body) =>
        await Assert.ThrowsAnyAsync<JsonException>(async () => await new SyncReader("@bot:b", _ => { }).ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), default));

    [Fact]
    public async Task Read_EveryPrefixOfAnAnswer_IsRefusedWithoutACrash()
    {
        var bytes = Encoding.UTF8.GetBytes(Answer.Trim());
        for (var length = 0; length < bytes.Length; length++)
        {
            await Assert.ThrowsAnyAsync<JsonException>(async () =>
                await new SyncReader("@bot:b", _ => { }).ReadAsync(new MemoryStream(bytes, 0, length), default));
        }
    }

    [Fact]
    public async Task Read_RoomLargerThanTheLimit_IsRefusedInBoundedMemory()
    {
        var start = Encoding.UTF8.GetBytes("""{"rooms":{"join":{"!a":{"x":" """.TrimEnd());
        var before = GC.GetAllocatedBytesForCurrentThread();

        await Assert.ThrowsAnyAsync<JsonException>(async () => await new SyncReader("@bot:b", _ => { }).ReadAsync(new Endless(start, 200 << 20), default));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4L * SyncReader.LargestRoom);
    }

    [Theory]
    [InlineData("""{"type":"m.room.message","sender":"@a:b","event_id":"$1","content":{"body":"\ud800"}}""", true)]
    [InlineData("""{"type":"m.room.message","sender":"@a:b","event_id":"$1","content":{"m.mentions":{"user_ids":["\udc00"]}}}""", false)]
    [InlineData("""{"type":"m.room.message","sender":"@a:b","event_id":"$1","content":{"m.relates_to":{"event_id":"../../x"}}}""", true)]
    [InlineData("""{"type":"m.room.message","sender":"@a:b","event_id":"../x","content":{}}""", false)]
    [InlineData("""{"type":7,"sender":[],"event_id":{},"content":"x"}""", false)]
    [InlineData("null", false)]
    public void ReadEvent_HostileEvent_IsLeftOutOrStripped(string json, bool isEvent)
    {
        using var document = JsonDocument.Parse(json);

        var read = EventReader.Read(document.RootElement, "!a");

        Assert.Equal(isEvent, read is not null);
        Assert.Null(read?.Content.Body);
        Assert.Null(read?.Content.RelatesTo);
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }

    /// <summary>A beginning, and then the same letter for ever.</summary>
    private sealed class Endless(byte[] start, long length) : MemoryStream(start)
    {
        private long left = length;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < base.Length)
                return await base.ReadAsync(buffer, cancellationToken);
            var count = (int)Math.Min(buffer.Length, left);
            buffer.Span[..count].Fill((byte)'a');
            left -= count;
            return count;
        }
    }
}
