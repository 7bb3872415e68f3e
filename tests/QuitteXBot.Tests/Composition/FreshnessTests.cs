using QuitteXBot.Commands.Replies;
using QuitteXBot.Indexing;

namespace QuitteXBot.Tests.Composition;

/// <summary>A confirmed change is in the next answer, without a new index.</summary>
public sealed class FreshnessTests : FreshnessFixture
{
    private const string Said = "Le grand large nous suffit désormais.";

    [Fact]
    public async Task AskAsync_AStatementWasAdded_FindsItAndItsOrganisation()
    {
        await RecordAsync("b", $"{Said} Rien de plus.", Organisation(Embruns, "Atelier des Embruns"), Said);

        Assert.Equal([Said], await QuotesAsync("/chercher grand large"));
        Assert.Equal([Said], await QuotesAsync("/pourquoi atelier des embruns"));
        Assert.Equal([Said], await QuotesAsync("pourquoi l’Atelier des Embruns quitte X ?"));
        Assert.Contains("Trop de haine.", await QuotesAsync("/chercher haine"));
        Assert.Equal(Embruns, Assert.Single(await Bot.Assistant.CompleteAsync(
            "why", "organisation", "atelier des emb", Commands.Localisation.Language.French, default)).Value);
    }

    [Fact]
    public async Task AskAsync_AStatementWasWithdrawnAndRestored_HidesAndShowsIt()
    {
        var before = Records;

        await ApplyAsync(before with { Statements = [] });
        var without = await AskAsync("/chercher « trop de haine »");
        await ApplyAsync(before);
        var restored = await AskAsync("/chercher « trop de haine »");

        Assert.DoesNotContain(without.Statements, _ => true);
        Assert.Equal("Trop de haine.", Assert.Single(restored.Statements).Text);
    }

    [Fact]
    public async Task AskAsync_AStatementWasEdited_FindsItByWhatItSaysNow()
    {
        await ApplyAsync(Records with { Statements = [Records.Statements[0] with { Reasons = ["privacy"] }] });

        Assert.Equal(["Trop de haine."], await QuotesAsync("/chercher haine raison:confidentialité"));
        Assert.Empty(await QuotesAsync("/chercher haine raison:haine"));
    }

    [Fact]
    public async Task AskAsync_AnOrganisationWasRenamed_KnowsItByItsNewName()
    {
        await ApplyAsync(Records with { Organisations = [Organisation(Kerlevan, "Capitainerie du Ponant") with { Aliases = ["CAPO"] }] });

        Assert.Equal(["Trop de haine."], await QuotesAsync("/pourquoi capitainerie du ponant"));
        Assert.Equal(["Trop de haine."], await QuotesAsync("/pourquoi capo"));
        Assert.Equal(Outcome.UnknownOrganisation, (await AskAsync("/pourquoi port de kerlevan")).Outcome);
        Assert.Equal(["Trop de haine."], await QuotesAsync("/chercher capitainerie haine"));
    }

    [Fact]
    public async Task AskAsync_AnotherBotOnTheFolderChangedSomething_AnswersByIt()
    {
        var other = await OpenAsync();
        Assert.Empty(await QuotesAsync("/chercher grand large", other));

        await RecordAsync("b", $"{Said} Rien de plus.", Organisation(Embruns, "Atelier des Embruns"), Said);

        Assert.Equal([Said], await QuotesAsync("/chercher grand large", other));
        Assert.Equal([Said], await QuotesAsync("/pourquoi atelier des embruns", other));
    }

    [Fact]
    public async Task AskAsync_AGenerationWasBuiltSince_AnswersByIt()
    {
        await RecordAsync("b", $"{Said} Rien de plus.", Organisation(Embruns, "Atelier des Embruns"), Said);
        Assert.Equal([Said], await QuotesAsync("/chercher grand large"));

        Assert.True((await Bot.Reindexer.IndexAsync(new Progress<ReindexProgress>(), default)).IsSuccess);

        Assert.Equal([Said], await QuotesAsync("/chercher grand large"));
        using var knowledge = await Bot.Knowledge.OpenAsync(default);
        using var generation = Bot.Generations.Acquire()!;
        Assert.Same(generation.Index, knowledge.Index);
    }

    [Fact]
    public async Task OpenAsync_NothingChanged_UsesTheGenerationAsItIs()
    {
        using var knowledge = await Bot.Knowledge.OpenAsync(default);
        using var generation = Bot.Generations.Acquire()!;

        Assert.Same(generation.Index, knowledge.Index);
        Assert.Same(generation.Part(Reindexer.OpenNames), knowledge.Names);
    }

    [Fact]
    public async Task OpenAsync_OnlyADepartureWasReported_UsesTheGenerationAsItIs()
    {
        await ApplyAsync(Records with { Reports = [Testing.Storage.Builders.Report("r1", Kerlevan)] });

        using var knowledge = await Bot.Knowledge.OpenAsync(default);
        using var generation = Bot.Generations.Acquire()!;
        Assert.Same(generation.Index, knowledge.Index);
        Assert.Same(generation.Part(Reindexer.OpenNames), knowledge.Names);
    }

    [Fact]
    public async Task OpenAsync_NothingMoreChanged_MakesNothingAnew()
    {
        await RecordAsync("b", $"{Said} Rien de plus.", Organisation(Embruns, "Atelier des Embruns"), Said);
        using var first = await Bot.Knowledge.OpenAsync(default);
        var (index, names) = (first.Index, first.Names);

        await ApplyAsync(Records with { Reports = [Testing.Storage.Builders.Report("r1", Kerlevan)] });

        using var second = await Bot.Knowledge.OpenAsync(default);
        Assert.Same(index, second.Index);
        Assert.Same(names, second.Names);
    }

    [Fact]
    public async Task OpenAsync_FarMoreChangedThanIsLaidOver_TellsOnceAndKnowsTheLatest()
    {
        var told = 0;
        Bot.Knowledge.FarBehind = () => told++;
        var many = Enumerable.Range(0, 2_100).Select(number => Organisation($"association-{number}", $"Amicale numéro {number}"));
        await ApplyAsync(Records with { Organisations = [.. Records.Organisations, .. many] });

        await RecordAsync("b", $"{Said} Rien de plus.", Organisation(Embruns, "Atelier des Embruns"), Said);

        Assert.Equal([Said], await QuotesAsync("/pourquoi atelier des embruns"));
        Assert.Equal(["Trop de haine."], await QuotesAsync("/pourquoi port de kerlevan"));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task AskAsync_WhileManyThingsChange_EachAcknowledgedChangeIsInTheNextAnswer()
    {
        using var stop = new CancellationTokenSource();
        var other = await OpenAsync();
        var asking = Enumerable.Range(0, 3).Select(number => Task.Run(async () =>
        {
            var answers = 0;
            for (; !stop.IsCancellationRequested; answers++)
                Assert.Contains("Trop de haine.", await QuotesAsync("/chercher haine", number == 0 ? other : Bot));
            return answers;
        })).ToArray();

        for (var number = 0; number < 30; number++)
        {
            var words = $"Sillage{number} nous porte.";
            await RecordAsync($"c{number}", $"{words} Voilà.", Organisation($"association-{number}", $"Cercle Sillage{number}"), words);
            var bot = number % 2 == 0 ? Bot : other;
            Assert.Contains(words, await QuotesAsync($"/chercher « sillage{number} nous porte »", bot));
            Assert.Equal([words], await QuotesAsync($"/pourquoi cercle sillage{number}", bot));
            if (number == 15)
                Assert.True((await Bot.Reindexer.IndexAsync(new Progress<ReindexProgress>(), default)).IsSuccess);
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(asking), answers => Assert.True(answers > 0));
    }

    [Fact]
    public async Task IndexAsync_AnExcerptSource_HasNoParagraphs()
    {
        await RecordAsync("m-0123456789ab", Said, Organisation(Embruns, "Atelier des Embruns"), Said);

        var fresh = await AskAsync("/chercher grand large");
        Assert.True((await Bot.Reindexer.IndexAsync(new Progress<ReindexProgress>(), default)).IsSuccess);
        var anew = await AskAsync("/chercher grand large");

        Assert.Single(fresh.Blocks.OfType<QuoteBlock>());
        Assert.Single(anew.Blocks.OfType<QuoteBlock>());
    }
}
