using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Tests.Moderation;

/// <summary>A statement's life, as moderators lead it from any platform.</summary>
public sealed class StatementLifeTests : ModerationFixture
{
    private const string Said = "Nous larguons les amarres, et X avec.";

    [Fact]
    public async Task Add_APreview_StoresNothingUntilItIsConfirmed()
    {
        var preview = await SayAsync(Alice, $"/déclaration ajouter Port de Kerlevan\ncitation : {Said}\nauteur : Jo Le Gall\nfonction : capitaine\nmédia : Le Marin\nparution : 10 janvier 2025");

        Assert.Equal(Outcome.Preview, preview.Outcome);
        Assert.True(preview.Private);
        Assert.Contains("Jo Le Gall, capitaine — Port de Kerlevan", PlainTextRenderer.Render(preview), StringComparison.Ordinal);
        Assert.DoesNotContain(Said, await QuotesAsync("/pourquoi port de kerlevan"));

        var done = await PressAsync(Alice, preview, ReplyActionKind.Confirm);

        Assert.Equal(Outcome.Done, done.Outcome);
        Assert.Contains(Said, await QuotesAsync("/pourquoi port de kerlevan"));
        Assert.Equal([Said], await QuotesAsync("/chercher amarres"));
        Assert.Equal(Outcome.Invalid, (await PressAsync(Alice, preview, ReplyActionKind.Confirm)).Outcome);
        await AssertIntactAsync();
    }

    [Fact]
    public async Task Add_NobodyConfirmsInTime_ThePreviewExpires()
    {
        var preview = await SayAsync(Alice, $"/statement add port de kerlevan quote:\"{Said}\"");
        Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(Outcome.Invalid, (await PressAsync(Alice, preview, ReplyActionKind.Confirm)).Outcome);
        Assert.DoesNotContain(Said, await QuotesAsync("/pourquoi port de kerlevan"));
    }

    [Fact]
    public async Task Add_SomebodyElsesPreview_CannotBeConfirmed()
    {
        var preview = await SayAsync(Alice, $"/statement add port de kerlevan quote:\"{Said}\"");

        Assert.Equal(Outcome.Invalid, (await PressAsync(Bruno, preview, ReplyActionKind.Confirm)).Outcome);
        Assert.Equal(Outcome.Done, (await SayAsync(Alice, "/abandonner")).Outcome);
        Assert.Equal(Outcome.Invalid, (await SayAsync(Alice, "/confirmer")).Outcome);
    }

    [Fact]
    public async Task Add_OnlyTheOrganisation_AsksForTheRestInAForm()
    {
        var form = await SayAsync(Alice, "/statement add port de kerlevan", Language.English);

        Assert.Equal(Outcome.Form, form.Outcome);
        Assert.Equal(OptionNames.Quote, form.Form!.Fields[0].Option);
        Assert.DoesNotContain(form.Form.Fields, field => field.Option == OptionNames.Organisation);
        var preview = await SubmitAsync(Alice, form, (OptionNames.Quote, Said), (OptionNames.Speaker, "Jo Le Gall"));
        var second = await PressAsync(Alice, preview, action => action.Options.GetValueOrDefault(OptionNames.Part) == "2");
        Assert.Equal(OptionNames.Outlet, second.Form!.Fields[0].Option);
        var better = await SubmitAsync(Alice, second, (OptionNames.Outlet, "Le Marin"), (OptionNames.Published, "2025-01-10"), (OptionNames.Reasons, "haine, values"));
        var done = await PressAsync(Alice, better, ReplyActionKind.Confirm);

        var statement = Assert.Single(done.Statements);
        Assert.Equal("hate values", string.Join(' ', statement.Statement.Reasons));
        Assert.Equal("Le Marin, 10 January 2025", statement.CitationLine);
        Assert.Equal("Jo Le Gall — Port de Kerlevan", statement.AttributionLine);
    }

    [Fact]
    public async Task Add_WithoutSourceOrWithAFutureDateOrTwice_Warns()
    {
        await PostAsync(Alice, Said);
        var preview = await SayAsync(Bruno, $"/statement add port de kerlevan\nquote: {Said}\nsaid: 2031-01-01");
        var text = PlainTextRenderer.Render(preview);

        Assert.Contains("aucune source n’est indiquée", text, StringComparison.Ordinal);
        Assert.Contains("dans le futur (1er janvier 2031)", text, StringComparison.Ordinal);
        Assert.Contains("une déclaration très proche est déjà enregistrée", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WordsThatAreNotInTheHeldSource_WarnsAndKeepsThemApart()
    {
        await SayAsync(Alice, "/source add url:https://example.org/held outlet:\"Le Marin\" text:\"Le port s’en va. « Nous partons vers d’autres rives », dit Jo Le Gall, capitaine du Port de Kerlevan.\"");
        var found = await SayAsync(Alice, "/source add url:https://example.org/held outlet:\"Le Marin\" text:\"Le port quitte X. « Nous partons vers d’autres rives », dit Jo Le Gall, capitaine du Port de Kerlevan.\"");
        var preview = await PressAsync(Alice, found, ReplyActionKind.Choose);
        Assert.Equal(Outcome.Done, (await PressAsync(Alice, preview, ReplyActionKind.Confirm)).Outcome);

        var other = await SayAsync(Alice, "/statement add port de kerlevan\nquote: Nous allons ailleurs\nurl: https://example.org/held");
        var same = await SayAsync(Alice, "/statement add port de kerlevan\nquote: Nous partons\nurl: https://example.org/held");

        Assert.Contains("ne se trouvent pas dans le texte", PlainTextRenderer.Render(other), StringComparison.Ordinal);
        Assert.DoesNotContain("ne se trouvent pas dans le texte", PlainTextRenderer.Render(same), StringComparison.Ordinal);
        Assert.StartsWith("doc-", same.Statements[0].Citation.SourceId, StringComparison.Ordinal);
        await AssertIntactAsync();
    }

    [Fact]
    public async Task Add_AnOrganisationThatNobodyKnows_IsMadeWhereItsKindIsGiven()
    {
        var refused = await SayAsync(Alice, $"/statement add Chorale du Raz\nquote: {Said}");
        Assert.Equal(Outcome.UnknownOrganisation, refused.Outcome);

        var preview = await SayAsync(Alice, $"/statement add Chorale du Raz\nkind: association\nquote: {Said}");
        await PressAsync(Alice, preview, ReplyActionKind.Confirm);

        Assert.Contains("Nouvelle organisation\u00A0: Chorale du Raz (association)", PlainTextRenderer.Render(preview), StringComparison.Ordinal);
        Assert.Equal([Said], await QuotesAsync("pourquoi la chorale du raz quitte X ?"));
    }

    [Fact]
    public async Task Edit_TwoAtOnce_TheSecondIsToldAndNothingIsOverwritten()
    {
        var id = await PostAsync(Alice, Said);
        var one = await SayAsync(Alice, $"/statement edit {id}");
        var two = await SayAsync(Bruno, $"/statement edit {id}");
        var first = await SubmitAsync(Alice, one, (OptionNames.Speaker, "Joëlle Le Gall"));
        var second = await SubmitAsync(Bruno, two, (OptionNames.Speaker, "Jo Le Goff"));

        Assert.Equal(Outcome.Done, (await PressAsync(Alice, first, ReplyActionKind.Confirm)).Outcome);
        var conflict = await PressAsync(Bruno, second, ReplyActionKind.Confirm);

        Assert.Equal(Outcome.Conflict, conflict.Outcome);
        Assert.Contains("Jo Le Gall → Joëlle Le Gall", PlainTextRenderer.Render(conflict), StringComparison.Ordinal);
        Assert.Contains("Joëlle Le Gall", (await AskAsync($"/citation {id}")).Statements[0].AttributionLine, StringComparison.Ordinal);
        var again = await PressAsync(Bruno, conflict, ReplyActionKind.Step);
        Assert.Equal("Joëlle Le Gall", again.Form!.Fields.First(field => field.Option == OptionNames.Speaker).Value);
    }

    [Fact]
    public async Task Edit_TheWords_KeepsOneStatementAndItsHistory()
    {
        var id = await PostAsync(Alice, Said);
        var preview = await SayAsync(Bruno, $"/statement edit {id}\nquote: Nous larguons les amarres.");
        var done = await PressAsync(Bruno, preview, ReplyActionKind.Confirm);
        var now = done.Statements[0].Statement.Id;
        var history = PlainTextRenderer.Render(await SayAsync(Alice, $"/statement history {now}"));

        Assert.Equal(["Nous larguons les amarres."], await QuotesAsync("/chercher amarres"));
        Assert.Contains($"{Said} → Nous larguons les amarres.", history, StringComparison.Ordinal);
        Assert.Contains("discord:100", history, StringComparison.Ordinal);
        Assert.Contains("matrix:@bruno:example.org", history, StringComparison.Ordinal);
        await AssertIntactAsync();
    }

    [Fact]
    public async Task Withdraw_WithItsReason_IsGoneAtOnceAndComesBackOnRestoreOrUndo()
    {
        var id = await PostAsync(Alice, Said);
        Assert.Equal(Outcome.Form, (await SayAsync(Bruno, $"/statement withdraw {id}")).Outcome);

        Assert.Equal(Outcome.Done, (await SayAsync(Bruno, $"/statement withdraw {id} note:\"propos démentis\"")).Outcome);
        Assert.DoesNotContain(Said, await QuotesAsync("/pourquoi port de kerlevan"));
        Assert.Empty(await QuotesAsync("/chercher amarres"));
        Assert.Contains("propos démentis", PlainTextRenderer.Render(await SayAsync(Alice, $"/statement history {id}")), StringComparison.Ordinal);

        Assert.Equal(Outcome.Done, (await SayAsync(Alice, $"/statement restore {id}")).Outcome);
        Assert.Equal([Said], await QuotesAsync("/chercher amarres"));
        Assert.Equal(Outcome.Done, (await SayAsync(Alice, "/undo")).Outcome);
        Assert.Empty(await QuotesAsync("/chercher amarres"));
        await AssertIntactAsync();
    }

    [Fact]
    public async Task Undo_SomebodyChangedTheSameSince_RefusesAndSaysSo()
    {
        var id = await PostAsync(Alice, Said);
        await PressAsync(Bruno, await SayAsync(Bruno, $"/statement edit {id}\nspeaker: Jo Le Goff"), ReplyActionKind.Confirm);

        Assert.Equal(Outcome.Conflict, (await SayAsync(Alice, "/undo")).Outcome);
        Assert.Equal(Outcome.Invalid, (await SayAsync(Maintainer, "/undo")).Outcome);
    }

    [Fact]
    public async Task Add_AnAmbiguousName_IsChosenWithoutTypingTheRestAgain()
    {
        await RecordAsync("b", "Autre port.", Organisation("association-b", "Port de Kerlevan Nord") with { Aliases = ["PDK"] });
        await RecordAsync("c", "Encore un port.", Organisation("association-c", "Port de Kerlevan Sud") with { Aliases = ["PDK"] });
        var ambiguous = await SayAsync(Alice, $"/statement add PDK\nquote: {Said}");

        Assert.Equal(Outcome.Ambiguous, ambiguous.Outcome);
        var preview = await PressAsync(Alice, ambiguous, action => action.Options.GetValueOrDefault(OptionNames.Organisation) == "association-c");
        Assert.Equal(Outcome.Preview, preview.Outcome);
        Assert.Equal("association-c", preview.Organisation!.Id);
        Assert.Equal(Said, preview.Statements[0].Text);
    }

    [Fact]
    public async Task Add_FromAMessage_OpensAFormWithItsWords()
    {
        var asker = Alice with { RepliedTo = new RepliedMessage("« Adieu X »\nsigné le port", "Port de Kerlevan", "https://example.org/m", new DateTimeOffset(2025, 1, 12, 8, 0, 0, TimeSpan.Zero)) };

        var form = await SayAsync(asker, "/statement add port de kerlevan");

        Assert.Equal("« Adieu X »\nsigné le port", form.Form!.Fields.First(field => field.Option == OptionNames.Quote).Value);
        Assert.Equal("2025-01-12", form.Form.Fields.First(field => field.Option == OptionNames.Published).Value);
    }
}
