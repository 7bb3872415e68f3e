using System.Text.Json;

namespace QuitteXBot.EndToEnd;

public sealed class ReindexTests
{
    [Fact]
    public async Task Reindex_KilledAtAnyMoment_LeavesTheOldGenerationServingAndTheNextStartClean()
    {
        using var folder = new BotFolder();
        Assert.Equal(0, (await BotProcess.RunAsync(folder, null, "reindex")).ExitCode);

        for (var delay = 20; delay <= 600; delay += 58)
        {
            using (var process = BotProcess.Start(folder, "reindex"))
            {
                await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(delay));
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }

            var asked = await BotProcess.RunAsync(folder, null, "ask", "/why 54", "--json");
            Assert.True(asked.ExitCode == 0, asked.Error);
            Assert.Equal("answered", JsonDocument.Parse(asked.Output).RootElement.GetProperty("outcome").GetString());
        }

        Assert.Equal(0, (await BotProcess.RunAsync(folder, "/quitter\n")).ExitCode);
        Assert.DoesNotContain(Directory.EnumerateDirectories(Path.Combine(folder.Data, "index")), name => Path.GetFileName(name).StartsWith('.'));
        Assert.Equal(0, (await BotProcess.RunAsync(folder, null, "reindex")).ExitCode);
        Assert.Equal(0, (await BotProcess.RunAsync(folder, null, "verify")).ExitCode);
        Assert.DoesNotContain(Directory.EnumerateDirectories(Path.Combine(folder.Data, "index")), name => Path.GetFileName(name).StartsWith('.'));
    }

    [Fact]
    public async Task Reindex_ABrokenSeed_IsReportedByFileAndLineAndTheOthersAreLoaded()
    {
        using var folder = new BotFolder();
        await File.WriteAllTextAsync(folder.Seed("broken.txt"), "« Nous partons », dit le maire.");
        await File.WriteAllTextAsync(folder.Seed("broken.yml"), "outlet: Le Journal\nlanguage: fr\npublished: [2025\n");

        var reindexed = await BotProcess.RunAsync(folder, null, "reindex");
        var asked = await BotProcess.RunAsync(folder, null, "ask", "/why 54", "--json");

        Assert.Matches(@"broken\.yml:\d+", reindexed.Error);
        Assert.Equal("answered", JsonDocument.Parse(asked.Output).RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Reindex_ANewArticle_IsAnsweredAfterwards()
    {
        using var folder = new BotFolder();
        await File.WriteAllTextAsync(
            folder.Seed("nancy.txt"),
            "La Ville de Nancy quitte X.\n« Nous refusons de cautionner la désinformation sur cette plateforme », explique Camille Durand, maire de Nancy.\n");
        await File.WriteAllTextAsync(folder.Seed("nancy.yml"), "outlet: Le Journal\nlanguage: fr\npublished: 2025-02-03\nrights: courte citation\n");

        var reindexed = await BotProcess.RunAsync(folder, null, "reindex");
        var asked = await BotProcess.RunAsync(folder, null, "ask", "pourquoi la ville de nancy quitte X ?", "--json");

        Assert.True(reindexed.ExitCode == 0, reindexed.Error);
        var reply = JsonDocument.Parse(asked.Output).RootElement;
        Assert.Equal("answered", reply.GetProperty("outcome").GetString());
        Assert.Equal("Nous refusons de cautionner la désinformation sur cette plateforme", reply.GetProperty("statements")[0].GetProperty("quote").GetString());
    }
}
