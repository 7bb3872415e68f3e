namespace QuitteXBot.EndToEnd;

public sealed class BackupTests
{
    [Fact]
    public async Task BackupAndRestore_AStoreThatLostASource_BringItBack()
    {
        using var folder = new BotFolder();
        await BotProcess.RunAsync(folder, null, "reindex");
        var whole = await BotProcess.RunAsync(folder, null, "export");

        var backup = await BotProcess.RunAsync(folder, null, "backup");

        Assert.True(backup.ExitCode == 0, backup.Error);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder.Data, "backups"), "quittexbot-*.db"));
        Assert.Contains(file, backup.Output, StringComparison.Ordinal);
        foreach (var seed in Directory.GetFiles(Path.Combine(folder.Path, "seeds", "sources")))
            File.Delete(seed);
        await BotProcess.RunAsync(folder, null, "reindex");
        Assert.NotEqual(whole.Output, (await BotProcess.RunAsync(folder, null, "export")).Output);

        var refused = await BotProcess.RunAsync(folder, "n\n", "restore", file);
        Assert.Equal(1, refused.ExitCode);
        Assert.False(File.Exists(folder.Store + ".before-restore"));

        var restored = await BotProcess.RunAsync(folder, "oui\n", "restore", file);

        Assert.True(restored.ExitCode == 0, restored.Error);
        Assert.True(File.Exists(folder.Store + ".before-restore"));
        Assert.Equal(whole.Output, (await BotProcess.RunAsync(folder, null, "export")).Output);
        Assert.Equal(0, (await BotProcess.RunAsync(folder, null, "verify")).ExitCode);
    }

    [Fact]
    public async Task Restore_NoBackup_FailsAndSaysWhy()
    {
        using var folder = new BotFolder();
        await BotProcess.RunAsync(folder, null, "reindex");
        var before = await File.ReadAllBytesAsync(folder.Store);
        var file = Path.Combine(folder.Path, "letter.txt");
        await File.WriteAllTextAsync(file, new string('a', 5_000));

        var restored = await BotProcess.RunAsync(folder, null, "restore", file, "--yes");

        Assert.Equal(1, restored.ExitCode);
        Assert.Contains("letter.txt", restored.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", restored.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Store));
    }
}
