using QuitteXBot.Core.Sources;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>What was altered behind the store's back is found and named; what was not is left in peace.</summary>
public abstract class StoreVerifyContract(IStoreHarness harness) : StoreContract(harness)
{
    private static readonly Source Article = Source("a", "Ils ont dit « nous partons », puis « c’est fini ».");

    [Fact]
    public async Task VerifyAsync_AnUntouchedStore_FindsNothingAndReportsProgress()
    {
        await ApplyAsync(Batch((Article, [Statement(Article, "nous partons", "o")])));
        var progress = new Recorder();

        Assert.Empty(await ListAsync(Store.VerifyAsync(progress, default)));

        Assert.Equal(1, progress.Values[^1]);
        Assert.Equal(progress.Values.Order(), progress.Values);
    }

    [Fact]
    public async Task VerifyAsync_AnEmptyStore_FindsNothing() => Assert.Empty(await DefectsAsync());

    [Theory]
    [InlineData("partons", "pertons")]
    [InlineData("nous", "noüs")]
    [InlineData("partons", "partons ")]
    public async Task VerifyAsync_AQuoteAltered_NamesTheStatement(string from, string to)
    {
        var (altered, other) = (Statement(Article, "nous partons"), Statement(Article, "c’est fini"));
        await ApplyAsync(Batch((Article, [altered, other])));
        await Harness.AlterQuoteAsync(altered.Id, from, to);

        var defect = Assert.Single(await DefectsAsync());

        Assert.Equal((altered.Id, "a"), (defect.StatementId, defect.SourceId));
        Assert.Contains(altered.Id, defect.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_ASourceAltered_NamesEachOfItsStatements()
    {
        var (one, two) = (Statement(Article, "nous partons"), Statement(Article, "c’est fini"));
        var other = Source("b", "« ailleurs »");
        await ApplyAsync(Batch((Article, [one, two]), (other, [Statement(other, "ailleurs")])));
        await Harness.AlterSourceAsync("a", "puis", "Puis");

        var defects = await DefectsAsync();

        Assert.Equal([one.Id, two.Id], defects.Select(defect => defect.StatementId));
        Assert.All(defects, defect => Assert.Equal("a", defect.SourceId));
    }

    [Fact]
    public async Task VerifyAsync_ASourceWithoutStatementsAltered_NamesTheSource()
    {
        await ApplyAsync(Batch((Article, [])));
        await Harness.AlterSourceAsync("a", "puis", "Puis");

        var defect = Assert.Single(await DefectsAsync());

        Assert.Equal((null, "a"), (defect.StatementId, defect.SourceId));
    }

    [Fact]
    public async Task ApplyAsync_AfterAnAlteration_MendsWhatTheSeedsHave()
    {
        var statement = Statement(Article, "nous partons");
        var batch = Batch((Article, [statement]));
        await ApplyAsync(batch);
        await Harness.AlterSourceAsync("a", "puis", "Puis");
        await Harness.AlterQuoteAsync(statement.Id, "nous", "vous");

        await ApplyAsync(batch);

        Assert.Empty(await DefectsAsync());
        Assert.Equal(Article, await Store.FindSourceAsync("a", default));
    }

    private sealed class Recorder : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
