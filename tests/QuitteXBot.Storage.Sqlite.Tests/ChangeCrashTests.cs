using System.Diagnostics;
using System.Globalization;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Storage;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Storage.Sqlite.Tests;

/// <summary>A process of its own makes changes and is killed in their midst, wherever that may be, again and again on the same store.</summary>
public sealed class ChangeCrashTests : IDisposable
{
    private const int Kills = 6;
    private const int Channels = 5;

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["quittexbot.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ChangeAsync_KilledAtAnyMoment_KeepsWhatWasAcknowledgedAndNothingHalf()
    {
        await using (var store = (await SqliteStore.OpenAsync(Path, TimeProvider.System, default)).Required())
        {
            for (var channel = 0; channel < Channels; channel++)
                await store.SubscribeAsync(new Subscription(0, "discord", $"{channel}", "fr"), CrashingProcess.Moderator, default);
        }

        var next = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var acknowledged = await KillAsync(next, after: 3 + 7 * kill);
            next = await AssertWholeAsync(acknowledged);
        }
    }

    /// <returns>The number of changes that are there.</returns>
    private async Task<int> AssertWholeAsync(int acknowledged)
    {
        await using var store = (await SqliteStore.OpenAsync(Path, new ManualTimeProvider(), default)).Required();
        await foreach (var defect in store.VerifyAsync(null, default))
            Assert.Fail(defect.Message);

        var summary = await store.SummariseAsync(default);
        var made = summary.Published;
        Assert.InRange(made, acknowledged + 1, acknowledged + 2);
        Assert.Equal((made, made, made), (summary.Sources, summary.Organisations, summary.Reports));
        Assert.Equal(made, (await store.ReviewsAsync(ReviewStatus.Open, 0, 1, default)).Total);
        Assert.Equal(2 * made * Channels, await store.WaitingAsync(default));
        Assert.Equal(6 * made + Channels, summary.Revisions);
        for (var number = 0; number < made; number++)
        {
            var change = CrashingProcess.NewChange(number);
            Assert.NotNull(await store.FindStatementAsync(change.Statements[0].After.Id, default));
            Assert.Equal(change.Sources[0], await store.FindSourceAsync(change.Sources[0].Id, default));
            Assert.Equal(change.Note, Assert.Single((await store.HistoryAsync(change.Reports[0].Report.Id, 0, 2, default)).Items).Note);
        }

        Assert.Equal(made, (await store.DeparturesAsync(new DepartureQuery(), default)).Total);
        return made;
    }

    /// <returns>The number of the last change that was acknowledged.</returns>
    private async Task<int> KillAsync(int first, int after)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", typeof(ChangeCrashTests).Assembly.Location, CrashingProcess.ChangeVerb, Path, first.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var last = -1;
        for (var count = 0; count < after; count++)
            last = int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        process.Kill();

        // What it had said by then counts as well; a line that was cut short does not.
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var whole = rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return whole.Length == 0 ? last : int.Parse(whole[^1], CultureInfo.InvariantCulture);
    }
}
