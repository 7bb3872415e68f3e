using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Tests.Moderation;

/// <summary>What members send, and what two moderators make of it.</summary>
public sealed class ReviewTests : ModerationFixture
{
    private const string Said = "Nous larguons les amarres, et X avec.";

    private protected override int Approvals => 2;

    [Fact]
    public async Task Suggest_AText_GoesThroughTwoModeratorsToTheAnswers()
    {
        var thanks = await SayAsync(Member, $"/proposer Le Port de Kerlevan quitte X. « {Said} », dit Jo Le Gall, capitaine du Port de Kerlevan.");
        Assert.Equal(Outcome.Done, thanks.Outcome);
        Assert.DoesNotContain(Said, await QuotesAsync("/pourquoi port de kerlevan"));

        var queue = await SayAsync(Alice, "/relecture");
        var item = await PressAsync(Alice, queue, ReplyActionKind.Choose);
        var form = await PressAsync(Alice, item, ReplyActionKind.Confirm);
        Assert.Equal(Said, form.Form!.Fields.First(field => field.Option == OptionNames.Quote).Value);
        var preview = await SubmitAsync(Alice, form, (OptionNames.Organisation, "Port de Kerlevan"), (OptionNames.Outlet, "Le Marin"));
        Assert.Equal(Outcome.Preview, preview.Outcome);
        var waiting = await PressAsync(Alice, preview, ReplyActionKind.Confirm);
        Assert.Contains("En attente d’approbation", waiting.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, await QuotesAsync("/pourquoi port de kerlevan"));

        var second = await SayAsync(Alice, "/relecture");
        var own = await PressAsync(Alice, await PressAsync(Alice, second, ReplyActionKind.Choose), ReplyActionKind.Confirm);
        Assert.Contains("un autre modérateur", PlainTextRenderer.Render(own), StringComparison.Ordinal);
        var approved = await PressAsync(Bruno, await PressAsync(Bruno, await SayAsync(Bruno, "/relecture"), ReplyActionKind.Choose), ReplyActionKind.Confirm);

        Assert.Equal(Outcome.Done, approved.Outcome);
        Assert.Contains(Said, await QuotesAsync("/pourquoi port de kerlevan"));
        Assert.Contains("Rien n’attend de décision", PlainTextRenderer.Render(await SayAsync(Alice, "/relecture")), StringComparison.Ordinal);
        await AssertIntactAsync();
    }

    [Fact]
    public async Task Edit_WithTwoApprovals_IsSeenOnlyWhenAnotherApproves()
    {
        await ApproveAsync(await SayAsync(Alice, $"/statement add port de kerlevan\nquote: {Said}\nspeaker: Jo Le Gall"));
        var id = (await AskAsync("/pourquoi port de kerlevan")).Statements.First(quote => quote.Text == Said).Statement.Id;

        var preview = await SayAsync(Alice, $"/statement edit {id}\nspeaker: Joëlle Le Gall");
        await PressAsync(Alice, preview, ReplyActionKind.Confirm);
        Assert.StartsWith("Jo Le Gall", (await AskAsync($"/citation {id}")).Statements[0].AttributionLine, StringComparison.Ordinal);
        await PressAsync(Bruno, await PressAsync(Bruno, await SayAsync(Bruno, "/relecture"), ReplyActionKind.Choose), ReplyActionKind.Confirm);

        Assert.StartsWith("Joëlle Le Gall", (await AskAsync($"/citation {id}")).Statements[0].AttributionLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reject_NeedsAReasonAndTellsTheAuthor()
    {
        await SayAsync(Member, "/suggest https://example.org/elsewhere", Language.English);

        var form = await SayAsync(Alice, "/relecture refuser 1");
        Assert.Equal(Outcome.Form, form.Outcome);
        Assert.Equal(Outcome.Done, (await SubmitAsync(Alice, form, (OptionNames.Note, "déjà enregistrée"))).Outcome);
        Assert.Equal(Outcome.Invalid, (await SayAsync(Bruno, "/relecture accepter 1")).Outcome);

        var notice = Assert.Single(await Bot.Desk!.Announcements.DueAsync(["discord"], default));
        Assert.Equal((OutboxOperation.Notice, "discord:300"), (notice.Operation, notice.Recipient));
        var told = await new Commands.Announcing.AnnouncementWriter(Bot.Knowledge, Bot.Desk.Store).WriteAsync(notice, default);
        Assert.Equal("Your suggestion no. 1 was not taken.\n\nReason: déjà enregistrée", PlainTextRenderer.Render(told!));
    }

    [Fact]
    public async Task Report_OnAnAnswer_LandsInTheQueueAndOffersTheMends()
    {
        var id = (await AskAsync("/pourquoi port de kerlevan")).Statements[0].Statement.Id;
        var form = await SayAsync(Member, $"/signaler {id}");
        Assert.Equal(Outcome.Form, form.Outcome);
        Assert.Equal(Outcome.Done, (await SubmitAsync(Member, form, (OptionNames.Text, "La date est fausse."))).Outcome);

        var item = await SayAsync(Alice, "/relecture 1");
        Assert.Contains("La date est fausse.", PlainTextRenderer.Render(item), StringComparison.Ordinal);
        Assert.Equal("Trop de haine.", Assert.Single(item.Statements).Text);
        var accepted = await PressAsync(Alice, item, ReplyActionKind.Confirm);

        Assert.Contains(accepted.Actions, action => action.Command == CommandNames.StatementWithdraw);
        Assert.Contains(accepted.Actions, action => action.Command == CommandNames.StatementEdit);
    }

    [Fact]
    public async Task Suggest_TooOften_IsRefusedUntilTomorrow()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(Outcome.Done, (await SayAsync(Member, $"/proposer https://example.org/{i}")).Outcome);

        Assert.Equal(Outcome.Invalid, (await SayAsync(Member, "/proposer https://example.org/10")).Outcome);
        Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(Outcome.Done, (await SayAsync(Member, "/proposer https://example.org/10")).Outcome);
    }

    [Fact]
    public async Task Erase_OneselfOrByAMaintainer_ForgetsThePersonAndKeepsTheChain()
    {
        await SayAsync(Member, "/proposer https://example.org/elsewhere");

        Assert.Equal(Outcome.Denied, (await SayAsync(Alice, "/confidentialite effacer personne:discord:300")).Outcome);
        Assert.Equal(Outcome.Done, (await SayAsync(Maintainer, "/confidentialite effacer personne:discord:300")).Outcome);

        Assert.DoesNotContain("discord:300", PlainTextRenderer.Render(await SayAsync(Alice, "/relecture")), StringComparison.Ordinal);
        await AssertIntactAsync();
    }

    private async Task ApproveAsync(Reply preview)
    {
        await PressAsync(Alice, preview, ReplyActionKind.Confirm);
        var approved = await PressAsync(Bruno, await PressAsync(Bruno, await SayAsync(Bruno, "/relecture"), ReplyActionKind.Choose), ReplyActionKind.Confirm);
        Assert.Equal(Outcome.Done, approved.Outcome);
    }
}
