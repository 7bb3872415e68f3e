using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>Whatever happens to a source, edit after edit: what is found is published, what moderators did stays or is told, and all can be verified.</summary>
public abstract class StoreHistoryContract(IStoreHarness harness) : StoreContract(harness)
{
    private const int Cases = 15;
    private const string Moderated = "moderated";

    private static readonly string[] Words = ["oui", "non", "nous partons", "😀", "haine", "a", "b"];

    /// <summary>Pieces of a text, each with whether the ingestion finds a statement there, and which statement a moderator edits thereafter.</summary>
    private static readonly Gen<Version> Versions = Gen
        .Elements(Words).SelectMany(word => Gen.Elements(true, false).Select(found => new Piece(word, found))).ArrayOf()
        .SelectMany(pieces => Gen.Choose(0, 12).SelectMany(edit => Gen.Elements(StatementStatus.Published, StatementStatus.Withdrawn).Select(status =>
            new Version(pieces, edit, status))));

    [Fact]
    public void ApplyAsync_AnyHistoryOfASource_KeepsItsPromises()
    {
        var number = 0;
        var histories = Versions.ArrayOf(4).ToArbitrary();
        Prop.ForAll(histories, history => PlayAsync($"s{number++}", history).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    private async Task PlayAsync(string id, IReadOnlyList<Version> history)
    {
        // The id at which each moderator's published statement was seen last.
        var edited = new Dictionary<string, string>();
        foreach (var (index, version) in history.Index())
        {
            var batch = BatchOf(id, version, await OthersAsync(id));
            var report = await ApplyAsync(batch);
            await AssertIdempotentAsync(batch);
            Assert.Empty(await DefectsAsync());

            var all = await AllAsync(id);
            AssertFoundIsThere(batch, all);
            AssertEditsAreKeptOrTold(edited, report, all);
            if (version.Edit < all.Count)
                await EditAsync(edited, batch, all[version.Edit], $"{Moderated} {index}", version.Status);
        }
    }

    private static void AssertFoundIsThere(IngestBatch batch, List<Statement> all)
    {
        Assert.All(batch.Statements, found =>
            Assert.Contains(all, statement => statement.Id == found.Id && (IsModerated(statement) || statement.Status == found.Status)));
        Assert.All(all.Where(statement => !IsModerated(statement) && statement.Status != StatementStatus.Withdrawn), statement =>
            Assert.Contains(batch.Statements, found => found.Id == statement.Id));
    }

    private static void AssertEditsAreKeptOrTold(Dictionary<string, string> edited, IngestReport report, List<Statement> all)
    {
        foreach (var (speaker, lastId) in edited.ToList())
        {
            var kept = all.Find(statement => statement.Attribution.Speaker == speaker && statement.Status == StatementStatus.Published);
            if (kept is null)
            {
                Assert.Contains(lastId, report.Lost);
                edited.Remove(speaker);
            }
            else
            {
                edited[speaker] = kept.Id;
            }
        }
    }

    private async Task EditAsync(Dictionary<string, string> edited, IngestBatch batch, Statement statement, string speaker, StatementStatus status)
    {
        edited.Remove(statement.Attribution.Speaker!);
        await Harness.EditAsync(statement.Id, speaker, status);
        if (status == StatementStatus.Published && StandsIn(batch.Sources[0], statement.Quote))
            edited.Add(speaker, statement.Id);
    }

    private async Task<List<Statement>> AllAsync(string sourceId) =>
        [.. (await Store.StatementsAsync(new StatementQuery { SourceId = sourceId, Statuses = [], Limit = 1000 }, default)).Items.Select(item => item.Statement)];

    private async Task AssertIdempotentAsync(IngestBatch batch)
    {
        var revisions = await RevisionCountAsync();
        var again = await ApplyAsync(batch);
        Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Withdrawn));
        Assert.Equal(revisions, await RevisionCountAsync());
    }

    private async Task<IEnumerable<string>> OthersAsync(string id) =>
        (await Store.ListSourcesAsync(default)).Select(source => source.Id).Where(other => other != id);

    private static bool IsModerated(Statement statement) => statement.Attribution.Speaker!.StartsWith(Moderated, StringComparison.Ordinal);

    private static bool StandsIn(Source source, Quote quote) => CodePoints.Slice(source.Text, quote.Start, quote.End) == quote.Text;

    private static IngestBatch BatchOf(string id, Version version, IEnumerable<string> others)
    {
        var source = Source(id, string.Concat(version.Pieces.Select(piece => $"« {piece.Word} », ")));
        var seen = new Dictionary<string, int>();
        var statements = new List<Statement>();
        foreach (var piece in version.Pieces)
        {
            var occurrence = seen[piece.Word] = seen.GetValueOrDefault(piece.Word, -1) + 1;
            var quoted = Statement(source, $"« {piece.Word} »", occurrence: occurrence);
            if (piece.Found)
                statements.Add(quoted);
        }

        return Batch((source, [.. statements])) with { UnreadableSourceIds = [.. others] };
    }

    private sealed record Piece(string Word, bool Found);

    private sealed record Version(Piece[] Pieces, int Edit, StatementStatus Status);
}
