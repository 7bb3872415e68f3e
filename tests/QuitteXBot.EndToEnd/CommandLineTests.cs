using System.Text.Json;

namespace QuitteXBot.EndToEnd;

public sealed class CommandLineTests(SeededBot bot) : IClassFixture<SeededBot>
{
    [Theory]
    [InlineData("frobnicate", "--now")]
    [InlineData("ask", "--lang=xx", "bonjour")]
    [InlineData("extract")]
    [InlineData("extract", "x.txt", "--published=hier")]
    public async Task Run_BadUsage_ExitsWithTwoAndSaysWhy(params string[] arguments)
    {
        var ended = await BotProcess.RunAsync(bot.Folder, null, arguments);

        Assert.Equal(2, ended.ExitCode);
        Assert.NotEmpty(ended.Error);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task Chat_ThroughAPipe_AnswersEachLineAndEnds()
    {
        var ended = await BotProcess.RunAsync(bot.Folder, "/why moselle\n/why 54\n");

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("nos valeurs", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ended.Output);
    }

    [Fact]
    public async Task Extract_AFolder_WritesOneFileADocument()
    {
        var target = Path.Combine(bot.Folder.Path, "found");

        var ended = await BotProcess.RunAsync(bot.Folder, null, "extract", Path.Combine(bot.Folder.Path, "seeds", "sources"), "--json", "--out", target);

        Assert.True(ended.ExitCode == 0, ended.Error);
        var found = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(target, "000_4973c41a31cc2682.json"))).RootElement;
        Assert.Equal(5, found.GetProperty("quotes").GetArrayLength());
    }

    [Fact]
    public async Task Run_SeveralConfigurationFaults_AreAllReportedWithTheirKeys()
    {
        using var folder = new BotFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "appsettings.json"),
            """{"Search": {"Engine": "Sphinx"}, "Paths": {"Datta": "x"}, "Discrod": {"Token": "t"}, "Ingestion": {"PublishThreshold": "much"}}""");

        var ended = await BotProcess.RunAsync(folder, null, "status");

        Assert.Equal(1, ended.ExitCode);
        foreach (var key in new[] { "Search:Engine", "Paths:Datta", "Discrod", "Ingestion:PublishThreshold" })
            Assert.Contains(key, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BrokenSettingsFile_NamesTheFile()
    {
        using var folder = new BotFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "appsettings.json"), "{ \"Paths\": ");

        var ended = await BotProcess.RunAsync(folder, null, "status");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("appsettings.json", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }
}
