using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>Whatever people change and undo, with reindexing in between: the store stays sound, and undoing sets back exactly what a change did.</summary>
public abstract class ModerationHistoryContract(IStoreHarness harness) : ModerationContract(harness)
{
    private const int Cases = 40;
    private const int Words = 14;

    private static readonly string[] Actors = [Alice, Bob];
    private static readonly string[] Organisations = [.. Enumerable.Range(0, 8).Select(index => $"o{index}")];

    /// <summary>Each word of it may be quoted, and pairs of neighbours.</summary>
    private static readonly Source Text = Source("m-text", string.Join(' ', Enumerable.Range(0, Words).Select(index => $"mot{index}")));

    private static readonly Gen<Step> Steps =
        from kind in Gen.Frequency((6, Gen.Constant("statement")), (3, Gen.Constant("report")), (3, Gen.Constant("merge")), (1, Gen.Constant("alias")),
            (1, Gen.Constant("source")), (4, Gen.Constant("undo")), (1, Gen.Constant("reindex")), (1, Gen.Constant("erase")))
        from actor in Gen.Choose(0, Actors.Length - 1)
        from subject in Gen.Choose(0, Words - 1)
        from place in Gen.Choose(0, Words - 2)
        from organisation in Gen.Elements(Organisations)
        from status in Gen.Elements(StatementStatus.Published, StatementStatus.Published, StatementStatus.Withdrawn, StatementStatus.Draft)
        select new Step(kind, Actors[actor], subject, place, organisation, status);

    [Fact]
    public async Task ChangesAndUndos_InAnyOrder_LeaveASoundStore()
    {
        await Announcements.SubscribeAsync(new Subscription(0, "discord", "1", "fr"), Alice, default);
        await ApplyAsync(Seeded(0));
        Prop.ForAll(Steps.NonEmptyListOf().Resize(12).ToArbitrary(), steps => PlayAsync([.. steps]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    private async Task PlayAsync(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            var before = await StateAsync();
            if (!await TakeAsync(step))
            {
                Assert.Equal(before, await StateAsync());
                continue;
            }

            if (step.Kind is "reindex" or "erase" or "undo")
                continue;
            var after = await StateAsync();
            await UndoAsync(step.Actor);
            Assert.Equal(before, await StateAsync());
            await UndoAsync(step.Actor);
            Assert.Equal(after, await StateAsync());
        }

        await AssertSoundAsync();
    }

    /// <returns>Whether something was changed.</returns>
    private async Task<bool> TakeAsync(Step step)
    {
        var revisions = await RevisionCountAsync();
        switch (step.Kind)
        {
            case "undo":
                return (await Moderation.UndoAsync(step.Actor, null, default)).IsSuccess;
            case "reindex":
                await ApplyAsync(Seeded(step.Subject));
                return true;
            case "erase":
                return await Moderation.EraseAsync(step.Actor, default);
            default:
                var result = await Moderation.ChangeAsync(await ChangeOfAsync(step), step.Actor, default);
                Assert.True(result.IsSuccess || result.Error.Code is "conflict" or "not-found", result.Error?.Message);
                return result.IsSuccess && await RevisionCountAsync() > revisions + 1;
        }
    }

    private async Task<Change> ChangeOfAsync(Step step)
    {
        var change = new Change { Command = step.Kind, Organisations = [Organisation(step.Organisation) with { Aliases = await AliasesAsync(step) }] };
        switch (step.Kind)
        {
            case "statement":
                var after = Statement(Text, $"mot{step.Place} mot{step.Place + 1}", step.Organisation) with { Status = step.Status };
                var there = (await AllAsync()).ElementAtOrDefault(step.Subject);
                return change with
                {
                    Sources = await Store.FindSourceAsync(Text.Id, default) is null ? [Text] : [],
                    Statements = [new StatementChange(there?.Id, after)],
                };
            case "report":
                return change with { Reports = [new ReportChange(Report($"m-d{step.Subject}", step.Organisation, announced: $"2025-01-{10 + step.Place}"), step.Status == StatementStatus.Withdrawn)] };
            case "merge":
                var into = Organisations.Where(id => id != step.Organisation).ElementAt(step.Subject % (Organisations.Length - 1));
                return new Change { Command = "merge", Merges = [new OrganisationMerge(step.Organisation, into)] };
            case "source":
                return new Change { Command = "source", Sources = [Text with { Title = $"Titre {step.Subject}" }] };
            default:
                return change with { Organisations = [Organisation(step.Organisation) with { Aliases = [$"alias {step.Subject}"] }] };
        }
    }

    private async Task<System.Collections.Immutable.ImmutableArray<string>> AliasesAsync(Step step) =>
        (await Moderation.FindOrganisationAsync(step.Organisation, default)) is { } known && known.Id == step.Organisation ? known.Aliases : [];

    private async Task<List<Statement>> AllAsync() =>
    [
        .. (await Store.StatementsAsync(new StatementQuery { SourceId = Text.Id, Statuses = [], Limit = 1000 }, default)).Items.Select(item => item.Statement),
    ];

    /// <summary>All that people see, as one text. What was added and undone is withdrawn: it is as good as never added.</summary>
    private async Task<string> StateAsync()
    {
        var lines = new List<string>();
        var query = new StatementQuery { Statuses = [StatementStatus.Published, StatementStatus.Draft], Limit = 1000 };
        lines.AddRange((await Store.StatementsAsync(query, default)).Items.Select(item => $"{item.Statement with { Reasons = [] }} {item.Citation}"));
        foreach (var id in Organisations)
        {
            lines.AddRange((await Store.ReportsAsync(id, default)).Select(report => $"{id}: {report.Id} {report.Announced} {report.OrganisationId}"));
            lines.Add($"{id} {Name(await Moderation.FindOrganisationAsync(id, default))}");
        }

        lines.AddRange((await ListAsync(Store.OrganisationsAsync(default))).Select(Name));
        lines.AddRange((await Store.ListSourcesAsync(default)).Select(source => source.ToString()));
        return string.Join('\n', lines);
    }

    private static string Name(Organisation? organisation) => organisation is null ? "none" : $"{organisation.Id} {string.Join(',', organisation.Aliases)}";

    private static IngestBatch Seeded(int version)
    {
        var seed = Source("seed", $"Version {version}. « un » « deux »");
        return Batch((seed, [Statement(seed, "un", "o0"), Statement(seed, "deux", "o1")])) with { Reports = [Report("d-seed", "o0", announced: "2025-05-05")] };
    }

    private sealed record Step(string Kind, string Actor, int Subject, int Place, string Organisation, StatementStatus Status);
}
