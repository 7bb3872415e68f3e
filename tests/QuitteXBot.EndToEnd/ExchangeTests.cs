namespace QuitteXBot.EndToEnd;

public sealed class ExchangeTests(SeededBot bot) : IClassFixture<SeededBot>
{
    [Fact]
    public async Task Export_ImportedIntoAnEmptyStore_ExportsTheSameBytes()
    {
        using var other = await EmptyAsync();
        var exported = await ExportAsync(bot.Folder);

        var imported = await BotProcess.RunAsync(other, null, "import", exported);

        Assert.True(imported.ExitCode == 0, imported.Error);
        Assert.Equal(await File.ReadAllBytesAsync(exported), await File.ReadAllBytesAsync(await ExportAsync(other)));
        Assert.Equal(0, (await BotProcess.RunAsync(other, null, "verify")).ExitCode);
    }

    [Fact]
    public async Task Export_AfterAModeratorsWork_ImportedIntoAnEmptyStore_ExportsTheSameBytesWithItsLog()
    {
        using var folder = new BotFolder();
        await BotProcess.RunAsync(folder, null, "reindex");
        var rows = (await BotProcess.RunAsync(folder, null, "export", "--format", "csv")).Output.Split('\n');
        var id = rows[1].Split(',')[0];
        var chat = await BotProcess.RunAsync(folder, $"/statement withdraw {id} note:\"denied since\"\n/suggest words of a member\n/quitter\n", "chat", "--lang", "en");
        Assert.True(chat.ExitCode == 0, chat.Error);
        using var other = await EmptyAsync();
        var exported = await ExportAsync(folder);

        var imported = await BotProcess.RunAsync(other, null, "import", exported);

        Assert.True(imported.ExitCode == 0, imported.Error);
        var text = await File.ReadAllTextAsync(exported);
        Assert.Equal(text, await File.ReadAllTextAsync(await ExportAsync(other)));
        Assert.Contains("denied since", text, StringComparison.Ordinal);
        Assert.DoesNotContain("words of a member", text, StringComparison.Ordinal);
        Assert.DoesNotContain("console:", text, StringComparison.Ordinal);
        Assert.Equal(0, (await BotProcess.RunAsync(other, null, "verify")).ExitCode);
        Assert.Equal(1, (await BotProcess.RunAsync(other, null, "import", exported + ".not")).ExitCode);
    }

    [Theory]
    [InlineData("pol\u00e9miques autour", "pol\u00e9mique$ autour")]
    [InlineData("\"statements\": [", "\"statements\": null, \"x\": [")]
    [InlineData("\"version\": 1", "\"version\": 99")]
    [InlineData("\"sources\": [", "\"sources\": [[")]
    public async Task Import_AFileThatWasTamperedWith_IsRefusedWithItsName(string words, string instead)
    {
        using var other = await EmptyAsync();
        var exported = await ExportAsync(bot.Folder);
        var text = (await File.ReadAllTextAsync(exported)).Replace("\\u00E9", "\u00e9", StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
        var at = text.LastIndexOf(words, StringComparison.Ordinal);
        var tampered = Path.Combine(other.Path, "tampered.json");
        await File.WriteAllTextAsync(tampered, string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + words.Length)));

        var imported = await BotProcess.RunAsync(other, null, "import", tampered);

        Assert.Equal(1, imported.ExitCode);
        Assert.Contains("tampered.json", imported.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", imported.Error, StringComparison.Ordinal);
    }

    private static async Task<string> ExportAsync(BotFolder folder)
    {
        var file = Path.Combine(folder.Path, "export.json");
        var exported = await BotProcess.RunAsync(folder, null, "export", "--out", file);
        Assert.True(exported.ExitCode == 0, exported.Error);
        return file;
    }

    private static async Task<BotFolder> EmptyAsync()
    {
        var folder = new BotFolder();
        foreach (var file in Directory.GetFiles(Path.Combine(folder.Path, "seeds"), "*", SearchOption.AllDirectories))
            File.Delete(file);
        await BotProcess.RunAsync(folder, null, "reindex");
        return folder;
    }
}
