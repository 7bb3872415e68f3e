using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Indexing;
using System.Text;

namespace QuitteXBot.Tests.Moderation;

/// <summary>Departures, organisations and documents.</summary>
public sealed class RecordsTests : ModerationFixture
{
    [Fact]
    public async Task Departure_AnnouncedEffectiveAndTakenBack_IsToldAsOfThen()
    {
        await SetAsync("/departure set port de kerlevan action:leaves announced:2023-05-02 url:https://example.org/1 outlet:\"Le Marin\" published:2023-05-02 kept:Mastodon");
        await SetAsync("/departure set port de kerlevan action:leaves effective:2023-06-01 url:https://example.org/2 outlet:\"Le Marin\" published:2023-06-01");
        await SetAsync("/departure set port de kerlevan action:revient announced:2024-09-01 url:https://example.org/3 outlet:\"Le Marin\" published:2024-09-01");

        var then = PlainTextRenderer.Render(await AskAsync("/quand port de kerlevan au:2023-12-31"));
        var now = PlainTextRenderer.Render(await AskAsync("/quand port de kerlevan"));

        Assert.Contains("1er juin 2023", then, StringComparison.Ordinal);
        Assert.DoesNotContain("revient", then, StringComparison.Ordinal);
        Assert.Contains("revient sur X", now, StringComparison.Ordinal);
        Assert.Contains("Mastodon", PlainTextRenderer.Render(await AskAsync("/ou port de kerlevan au:2023-12-31")), StringComparison.Ordinal);
        await AssertIntactAsync();
    }

    [Theory]
    [InlineData("/departure set port de kerlevan url:https://example.org/1", "Dites ce que fait l’organisation")]
    [InlineData("/departure set port de kerlevan action:leaves", "jamais sans sa source")]
    [InlineData("/departure set port de kerlevan action:leaves url:https://example.org kept:Minitel", "plateformes n’est pas connue")]
    [InlineData("/departure set port de kerlevan action:leaves url:example", "n’en est pas une")]
    [InlineData("/departure set port de kerlevan action:danse url:https://example.org", "action")]
    [InlineData("/departure set port de kerlevan action:leaves announced:hier url:https://example.org", "annonce")]
    public async Task Departure_SomethingIsMissingOrUnreadable_SaysWhat(string typed, string told)
    {
        var reply = await SayAsync(Alice, typed);

        Assert.Equal(Outcome.Invalid, reply.Outcome);
        Assert.Contains(told, PlainTextRenderer.Render(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Departure_Withdrawn_IsNoLongerTold()
    {
        var done = await SetAsync("/departure set port de kerlevan action:supprime announced:2023-05-02 url:https://example.org/1");
        var id = done.Departures[0].Departure.Evidence[0].Id;

        Assert.Equal(Outcome.Done, (await SayAsync(Bruno, $"/departure withdraw {id} note:\"mauvaise source\"")).Outcome);

        Assert.DoesNotContain("2023", PlainTextRenderer.Render(await AskAsync("/quand port de kerlevan")), StringComparison.Ordinal);
        Assert.Equal(Outcome.Done, (await SayAsync(Bruno, "/annuler")).Outcome);
        Assert.Contains("2 mai 2023", PlainTextRenderer.Render(await AskAsync("/quand port de kerlevan")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alias_GivenToAnOrganisation_IsAnsweredToAtOnceAndAfterAReindex()
    {
        Assert.Equal(Outcome.Done, (await SayAsync(Alice, "/organisation alias port de kerlevan nom:PKV")).Outcome);

        Assert.Equal(["Trop de haine."], await QuotesAsync("/pourquoi pkv"));
        await Bot.Reindexer.IndexAsync(new Progress<ReindexProgress>(), default);
        Assert.Equal(["Trop de haine."], await QuotesAsync("/pourquoi pkv"));
        Assert.Equal(Outcome.Invalid, (await SayAsync(Alice, "/organisation alias port de kerlevan nom:PKV")).Outcome);
    }

    [Fact]
    public async Task Merge_OfTwoRecords_AnswersForOneAndIsUndone()
    {
        await RecordAsync("b", "Le quai s’en va. Plus jamais X.", Organisation("association-quai", "Quai de Kerlevan"), "Plus jamais X.");
        var preview = await SayAsync(Alice, "/organisation fusionner \"Quai de Kerlevan\" dans:\"Port de Kerlevan\"");
        Assert.Equal(Outcome.Preview, preview.Outcome);

        Assert.Equal(Outcome.Done, (await PressAsync(Alice, preview, ReplyActionKind.Confirm)).Outcome);
        Assert.Equal(["Plus jamais X.", "Trop de haine."], (await QuotesAsync("/pourquoi port de kerlevan")).Order());
        Assert.Equal(["Plus jamais X.", "Trop de haine."], (await QuotesAsync("/pourquoi quai de kerlevan")).Order());
        Assert.Equal(Outcome.Done, (await SayAsync(Alice, "/annuler")).Outcome);
        Assert.Equal(["Plus jamais X."], await QuotesAsync("/pourquoi quai de kerlevan"));
        await AssertIntactAsync();
    }

    [Fact]
    public async Task Source_AFile_ItsFindingsAreTakenOneByOne()
    {
        const string Text = "Le Port de Kerlevan quitte X.\n\n« Nous partons, la haine nous lasse », dit Jo Le Gall, capitaine du Port de Kerlevan.\n\n« Nos valeurs ne sont plus celles de ce réseau », ajoute-t-il.\n";
        var asker = Alice with { Enclosure = new Enclosure("depart.txt", Encoding.UTF8.GetBytes(Text)) };
        var list = await SayAsync(asker, "/source ajouter media:\"Le Marin\" parution:2025-01-10");
        Assert.Contains("2 citations trouvées", list.Title, StringComparison.Ordinal);

        var first = await PressAsync(Alice, list, ReplyActionKind.Choose);
        var done = await PressAsync(Alice, first, ReplyActionKind.Confirm);
        var second = await PressAsync(Alice, done, ReplyActionKind.Step);

        Assert.Equal("Nous partons, la haine nous lasse", done.Statements[0].Text);
        Assert.Equal("Nos valeurs ne sont plus celles de ce réseau", second.Statements[0].Text);
        Assert.DoesNotContain("Nos valeurs ne sont plus celles de ce réseau", await QuotesAsync("/pourquoi port de kerlevan"));
        var source = await Bot.Store.FindSourceAsync(done.Statements[0].Citation.SourceId, default);
        Assert.Equal(Text, source!.Text);
        await AssertIntactAsync();
    }

    [Theory]
    [InlineData("/source add", "Il manque le document")]
    [InlineData("/source add https://127.0.0.1/", "ne mène pas à un serveur public")]
    [InlineData("/source add https://[::1]/", "ne mène pas à un serveur public")]
    [InlineData("/source add https://169.254.169.254/latest/meta-data", "ne mène pas à un serveur public")]
    [InlineData("/source add http://example.org/", "Seules les adresses https")]
    [InlineData("/source add url:file:///etc/passwd", "Seules les adresses https")]
    [InlineData("/source add https://user:secret@example.org/", "ni nom d’utilisateur")]
    public async Task Source_AnAddressThatIsNotRead_SaysWhy(string typed, string told)
    {
        var reply = await SayAsync(Alice, typed);

        Assert.Equal(Outcome.Invalid, reply.Outcome);
        Assert.Contains(told, PlainTextRenderer.Render(reply), StringComparison.Ordinal);
    }

    private async Task<Reply> SetAsync(string typed)
    {
        var preview = await SayAsync(Alice, typed);
        Assert.Equal(Outcome.Preview, preview.Outcome);
        return await PressAsync(Alice, preview, ReplyActionKind.Confirm);
    }
}
