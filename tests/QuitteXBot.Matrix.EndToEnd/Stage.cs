namespace QuitteXBot.Matrix.EndToEnd;

/// <summary>A Synapse, the bot and another member, for all tests of a class.</summary>
public class Stage : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("quittexbot-stage-").FullName;
    private int accounts;

    /// <summary>Whether the bot must be the Matrix platform alone, with answers that the tests know.</summary>
    private protected virtual bool IsScripted => false;

    internal Synapse Synapse { get; private set; } = null!;

    internal Account BotAccount { get; private set; } = null!;

    internal BotProcess Bot { get; private set; } = null!;

    internal Member Member { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Settings.SynapseRoot is null)
            return;
        Synapse = await Synapse.StartAsync();
        BotAccount = await Synapse.AddUserAsync("quittexbot");
        Member = await Member.StartAsync(Synapse.Address, await Synapse.AddUserAsync("member"));
        Bot = await BotProcess.Start(folder, Synapse.Address, BotAccount, isScripted: IsScripted).ListeningAsync();
    }

    public async Task DisposeAsync()
    {
        if (Settings.SynapseRoot is null)
            return;
        await Bot.DisposeAsync();
        await Member.DisposeAsync();
        await Synapse.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A folder for one bot's data.</summary>
    internal string NewFolder() => Directory.CreateDirectory(Path.Combine(folder, $"{Interlocked.Increment(ref accounts)}")).FullName;

    /// <summary>A room with the bot in it, greeted.</summary>
    internal async Task<string> NewRoomAsync(bool direct = false, string? version = null)
    {
        var room = await Member.CreateRoomAsync("Salon", BotAccount.UserId, direct, version: version);
        await Member.SeesAsync(item => item.RoomId == room && item.Sender == BotAccount.UserId && item.Body is not null);
        return room;
    }
}

/// <summary>A stage whose answers have known pages and candidates.</summary>
public sealed class ScriptedStage : Stage
{
    private protected override bool IsScripted => true;
}
