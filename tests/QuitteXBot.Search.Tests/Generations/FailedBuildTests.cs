using System.Diagnostics;
using QuitteXBot.Search.Generations;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Tests.Generations;

public sealed class FailedBuildTests : GenerationFixture
{
    public static TheoryData<string> Steps => [.. Enum.GetNames<BuildStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Build_FailsAtAnyStep_OldOneServesAndNothingStays(string name)
    {
        using (var store = CreateStore())
            await BuildAsync(store, SearchSamples.Harbour);
        var failing = Enum.Parse<BuildStep>(name);
        using (var store = CreateStore(step => ThrowAt(step, failing)))
            await Assert.ThrowsAsync<InvalidTimeZoneException>(() => store.BuildAsync(Input(SearchSamples.Library), CancellationToken.None));
        await AssertCleanAsync(expected: failing == BuildStep.Switched ? "bibliotheque" : "kerlevan");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Build_KilledAtAnyStep_OldOneServesAndTheNextStartIsClean(string name)
    {
        using (var store = CreateStore())
            await BuildAsync(store, SearchSamples.Hospital);
        using (var builder = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, IndexFolder, name]) { RedirectStandardOutput = true })!)
        {
            Assert.Equal(name, await builder.StandardOutput.ReadLineAsync());
            using (var store = CreateStore())
                Assert.Equal("index-busy", (await store.BuildAsync(Input(), CancellationToken.None)).Error?.Code);
            builder.Kill();
            await builder.WaitForExitAsync();
        }

        await AssertCleanAsync(expected: name == nameof(BuildStep.Switched) ? "kerlevan" : "patientes");
    }

    [Fact]
    public async Task Build_Cancelled_OldOneServes()
    {
        using (var store = CreateStore())
            await BuildAsync(store, SearchSamples.Harbour);
        using var cancellation = new CancellationTokenSource();
        using (var store = CreateStore(_ => cancellation.Cancel()))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.BuildAsync(Input(SearchSamples.Library), cancellation.Token));
        await AssertCleanAsync(expected: "kerlevan");
    }

    [Fact]
    public async Task Verify_AnyFileChanged_NamesIt()
    {
        using var store = CreateStore();
        var manifest = await BuildAsync(store, SearchSamples.Harbour);
        foreach (var file in manifest.Files.Select(file => file.Name).Append(GenerationManifest.FileName))
        {
            var path = Path.Combine(IndexFolder, manifest.Id, file);
            var bytes = await File.ReadAllBytesAsync(path);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, bytes);
            var error = Assert.Single(await VerifyAsync(store));
            Assert.Equal("index-damaged", error.Code);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, bytes);
        }

        Assert.Empty(await VerifyAsync(store));
        File.Delete(Path.Combine(IndexFolder, manifest.Id, CatalogueFile.FileName));
        Assert.EndsWith(CatalogueFile.FileName, Assert.Single(await VerifyAsync(store)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("1 ../../etc Embedded 0 -\n")]
    [InlineData("2 20250101T000000000-abcdef Embedded 0 -\n")]
    public async Task Acquire_CurrentDamaged_SaysSoAndABuildMendsIt(string line)
    {
        using var store = CreateStore();
        await BuildAsync(store, SearchSamples.Harbour);
        await File.WriteAllTextAsync(Path.Combine(IndexFolder, "CURRENT"), line);
        using (var other = CreateStore())
            Assert.Throws<InvalidDataException>(() => other.Acquire());
        Assert.Equal("index-damaged", Assert.Single(await VerifyAsync(store)).Code);
        await BuildAsync(store, SearchSamples.Library);
        using var lease = store.Acquire();
        Assert.Equal(1, Found(lease, "bibliotheque"));
    }

    private static void ThrowAt(BuildStep step, BuildStep failing)
    {
        if (step == failing)
            throw new InvalidTimeZoneException("Stands for any failure.");
    }

    private async Task AssertCleanAsync(string expected)
    {
        using var store = CreateStore();
        store.Recover();
        Assert.Empty(Leftovers());
        using (var lease = store.Acquire())
            Assert.Equal(1, Found(lease, expected));
        Assert.Empty(await VerifyAsync(store));
        Assert.InRange(Generations(), 1, 2);
        await BuildAsync(store, SearchSamples.Union);
        using var next = store.Acquire();
        Assert.Equal(1, Found(next, "tramways"));
        Assert.Equal(2, Generations());
    }
}
