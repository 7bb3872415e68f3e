using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using Xunit;

namespace QuitteXBot.Testing.Storage;

/// <summary>What every store must do: subclasses say it by theme, and once more with the harness of each kind of store.</summary>
public abstract class StoreContract(IStoreHarness harness) : IAsyncLifetime
{
    protected const string Seeds = "seeds";

    protected IStoreHarness Harness => harness;

    protected ManualTimeProvider Time { get; } = new();

    protected IStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await harness.OpenAsync(Time);

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await harness.DisposeAsync();
    }

    protected Task<IngestReport> ApplyAsync(IngestBatch batch) => Store.ApplyAsync(batch, Seeds, default);

    protected async Task<IReadOnlyList<string>> IdsAsync(StatementQuery query) =>
        [.. (await Store.StatementsAsync(query, default)).Items.Select(item => item.Statement.Id)];

    protected async Task<IReadOnlyList<string>> PublishedWordsAsync() =>
        [.. (await Store.StatementsAsync(new StatementQuery { IncludeHeadings = true, Limit = 1000 }, default)).Items.Select(item => item.Statement.Quote.Text)];

    protected async Task<Statement> FindAsync(string id) =>
        (await Store.FindStatementAsync(id, default) ?? throw new InvalidOperationException($"No statement {id}.")).Statement;

    protected async Task<IReadOnlyList<StoreDefect>> DefectsAsync() => await ListAsync(Store.VerifyAsync(null, default));

    protected async Task<int> RevisionCountAsync() => (await Store.RevisionsAsync(null, 0, 1, default)).Total;

    protected static async Task<IReadOnlyList<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    /// <summary>Statements are equal when their lists are: a record's own equality asks for the same list object.</summary>
    protected static void AssertSame(Statement expected, Statement actual)
    {
        Assert.Equal(expected.Reasons.AsEnumerable(), actual.Reasons.AsEnumerable());
        Assert.Equal(expected with { Reasons = [] }, actual with { Reasons = [] });
    }
}
