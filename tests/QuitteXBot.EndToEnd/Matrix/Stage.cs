using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>A Synapse, the bot with the shipped seeds, and another member, for all tests of a class.</summary>
public sealed class Stage : IAsyncLifetime
{
    private readonly SeededBot seeded = new();
    private int folders;

    internal Synapse Synapse { get; private set; } = null!;

    internal Account BotAccount { get; private set; } = null!;

    internal MatrixProcess Bot { get; private set; } = null!;

    internal Member Member { get; private set; } = null!;

    /// <summary>What the console is asked from, beside the bot in the rooms.</summary>
    internal BotFolder Folder => seeded.Folder;

    public async Task InitializeAsync()
    {
        await seeded.InitializeAsync();
        if (Synapse.Folder is null)
            return;
        Synapse = await Synapse.StartAsync();
        BotAccount = await Synapse.AddUserAsync("quittexbot");
        Member = await Member.StartAsync(Synapse.Address, await Synapse.AddUserAsync("member"));
        Bot = await StartBot(Synapse.Address, BotAccount).ListeningAsync();
    }

    public async Task DisposeAsync()
    {
        if (Synapse is not null)
        {
            await Bot.DisposeAsync();
            await Member.DisposeAsync();
            await Synapse.DisposeAsync();
        }

        await seeded.DisposeAsync();
    }

    /// <summary>The data folder of one bot: the seeds have been read.</summary>
    internal string NewData()
    {
        var data = Path.Combine(Folder.Path, $"data-{Interlocked.Increment(ref folders)}");
        BotFolder.Copy(Folder.Data, data);
        return data;
    }

    /// <param name="more">Settings, without the bot's prefix: <c>Matrix__AccessToken</c>.</param>
    /// <param name="data">A folder of its own where none is told.</param>
    internal MatrixProcess StartBot(string homeserver, Account account, Dictionary<string, string>? more = null, string? data = null) =>
        MatrixProcess.Start(Folder, data ?? NewData(), homeserver, account, more);

    /// <summary>A room with the bot in it, greeted.</summary>
    internal async Task<string> NewRoomAsync(bool direct = false, string? version = null)
    {
        var room = await Member.CreateRoomAsync("Salon", BotAccount.UserId, direct, version: version);
        await Member.SeesAsync(item => item.RoomId == room && item.Sender == BotAccount.UserId && item.Body is not null);
        return room;
    }
}
