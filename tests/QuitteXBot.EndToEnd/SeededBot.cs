namespace QuitteXBot.EndToEnd;

/// <summary>A folder whose seeds have been read once, shared by the tests that only ask.</summary>
public sealed class SeededBot : IAsyncLifetime
{
    public BotFolder Folder { get; } = new();

    public async Task InitializeAsync()
    {
        var reindexed = await BotProcess.RunAsync(Folder, null, "reindex");
        Assert.True(reindexed.ExitCode == 0, reindexed.Error);
    }

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }
}
