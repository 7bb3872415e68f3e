using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>Calls of the client-server API that no conversation shows.</summary>
public sealed class ClientTests(Stage stage) : IClassFixture<Stage>
{
    [SynapseFact]
    public async Task Upload_File_IsReadBackWithTheToken()
    {
        using var session = await Session.LogInAsync(stage.Synapse.Address, stage.BotAccount);
        var content = new byte[70_000];
        new Random(3).NextBytes(content);

        var address = await session.Api.UploadAsync(content, "application/octet-stream", "données & co.bin", default);
        var read = await session.Api.DownloadAsync(address.Value!, 1 << 20, default);
        var refused = await session.Api.DownloadAsync(address.Value!, 1000, default);

        Assert.StartsWith("mxc://", address.Value, StringComparison.Ordinal);
        Assert.Equal(content, read.Value);
        Assert.Equal(MatrixErrors.TooLarge, refused.Error?.Code);
    }

    [SynapseFact]
    public async Task TypingAndReceipts_AreTaken()
    {
        var room = await stage.NewRoomAsync();
        var said = await stage.Member.SayAsync(room, "bonjour");
        using var session = await Session.LogInAsync(stage.Synapse.Address, stage.BotAccount);

        var typing = await session.Api.TypingAsync(room, stage.BotAccount.UserId, true, default);
        var read = await session.Api.ReadAsync(room, said, null, default);

        Assert.True(typing.IsSuccess, typing.Error?.ToString());
        Assert.True(read.IsSuccess, read.Error?.ToString());
    }

    [SynapseFact]
    public async Task Send_SameTransactionTwice_SendsOnceAlsoAfterARestartOfSynapse()
    {
        await using var synapse = await Synapse.StartAsync();
        var account = await synapse.AddUserAsync("sender");
        await using var member = await Member.StartAsync(synapse.Address, account);
        var room = await member.CreateRoomAsync("Salon");
        using var session = await Session.LogInAsync(synapse.Address, account);
        var content = """{"msgtype":"m.notice","body":"une fois"}"""u8.ToArray();
        var transaction = TransactionId.For("answer", "$question");

        var first = await session.Api.SendAsync(room, "m.room.message", transaction, content, default);
        await synapse.StopAsync();
        await synapse.StartAgainAsync();
        var second = await session.Api.SendAsync(room, "m.room.message", transaction, content, default);

        Assert.Equal(first.Value, second.Value);
    }

    [SynapseFact]
    public async Task Messages_OfARoom_AreReadBackwardsPageByPage()
    {
        var room = await stage.NewRoomAsync();
        var said = new List<string>();
        for (var i = 0; i < 12; i++)
            said.Add(await stage.Member.SayAsync(room, $"message {i}"));
        using var session = await Session.LogInAsync(stage.Synapse.Address, stage.BotAccount);
        var updates = new List<RoomUpdate>();
        var token = await session.Api.SyncAsync(null, TimeSpan.Zero, SyncFilter.Sync(50), new SyncReader(stage.BotAccount.UserId, updates.Add), default);

        var page = await session.Api.MessagesAsync(room, token.Value!, null, 5, default);
        var next = await session.Api.MessagesAsync(room, page.Value!.End!, null, 5, default);

        Assert.Equal(Enumerable.Reverse(said).Take(10), page.Value.Events.Concat(next.Value!.Events).Select(item => item.EventId));
    }
}
