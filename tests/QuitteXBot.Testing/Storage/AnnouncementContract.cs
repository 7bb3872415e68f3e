using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>Who is told of what is published: once, in order, and again as an edit when it changes.</summary>
public abstract class AnnouncementContract(IStoreHarness harness) : ModerationContract(harness)
{
    private static readonly ImmutableArray<string> Platforms = ["discord", "matrix"];

    [Fact]
    public async Task SubscribeAsync_AChannel_IsThereUntilItEnds()
    {
        var wanted = new Subscription(0, "matrix", "!room:example.org", "en", OrganisationKind.Departement, "54", "44", "hate", AsText: true);

        var made = await Announcements.SubscribeAsync(wanted, Alice, default);
        var replaced = await Announcements.SubscribeAsync(wanted with { Language = "fr", Reason = null }, Bob, default);

        Assert.Equal(wanted with { Number = made.Number }, made);
        Assert.Equal([wanted with { Number = made.Number, Language = "fr", Reason = null }], await Announcements.SubscriptionsAsync(default));
        Assert.Equal(made.Number, replaced.Number);
        Assert.False(await Announcements.UnsubscribeAsync("matrix", "!other:example.org", Alice, default));
        Assert.True(await Announcements.UnsubscribeAsync("matrix", "!room:example.org", Alice, default));
        Assert.Empty(await Announcements.SubscriptionsAsync(default));
        var history = await HistoryAsync($"subscription:{made.Number}");
        Assert.Equal([("withdrawn", Alice), ("changed", Bob), ("added", Alice)], history.Select(entry => (entry.Action, entry.Actor!)));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task DueAsync_APublishedStatement_IsToldOnce()
    {
        var channel = await SubscribeAsync();
        await ChangeAsync(Add(Leaving));

        var item = await OnlyDueAsync();

        Assert.Equal((OutboxOperation.Send, Leaving.Id, null, null), (item.Operation, item.StatementId, item.ReportId, item.MessageId));
        Assert.Equal(channel, item.Subscription);
        Assert.Matches("^[0-9a-z]{1,25}$", item.Key);
        Assert.Equal(item.Key, (await OnlyDueAsync()).Key);
        Assert.Empty(await Announcements.DueAsync(["matrix"], default));
        Assert.Equal(1, await Announcements.WaitingAsync(default));

        await Announcements.SentAsync(item.Number, "m1", default);
        await Announcements.SentAsync(item.Number, "m1", default);
        Assert.Empty(await DueAsync());
        Assert.Equal(0, await Announcements.WaitingAsync(default));
    }

    [Fact]
    public async Task DueAsync_WhatIsNoAnswerToWhy_IsNotTold()
    {
        await SubscribeAsync();
        var quotes = new[] { "nous partons", "la haine règne", "à bientôt" }.Select(words => Statement(Article, words, "o")).ToArray();
        await ChangeAsync(Add(
            quotes[0] with { Status = StatementStatus.Draft }, quotes[1] with { Topic = StatementTopic.Next },
            quotes[2] with { Quote = quotes[2].Quote with { Heading = true } }));

        Assert.Empty(await DueAsync());

        await ChangeAsync(Edit(quotes[0].Id, quotes[0]), Bob);
        Assert.Equal(quotes[0].Id, (await OnlyDueAsync()).StatementId);
    }

    [Fact]
    public async Task DueAsync_WhatTheSeedsBring_IsNotTold()
    {
        await SubscribeAsync();

        await ApplyAsync(Batch((Article, [Leaving])) with { Reports = [Report("d", "o", announced: "2025-01-20")] });

        Assert.Equal(0, await Announcements.WaitingAsync(default));
    }

    [Theory]
    [InlineData(OrganisationKind.Departement, "54", "44", "hate", true)]
    [InlineData(null, null, null, null, true)]
    [InlineData(OrganisationKind.Commune, null, null, null, false)]
    [InlineData(null, "55", null, null, false)]
    [InlineData(null, null, "11", null, false)]
    [InlineData(null, null, null, "values", false)]
    public async Task DueAsync_AFilter_LetsThroughWhatMatches(OrganisationKind? kind, string? departement, string? region, string? reason, bool told)
    {
        await Announcements.SubscribeAsync(new Subscription(0, "discord", "1", "fr", kind, departement, region, reason), Alice, default);

        await ChangeAsync(Add(Leaving) with { Organisations = [Organisation("o") with { DepartementCode = "54", RegionCode = "44" }] });

        Assert.Equal(told ? 1 : 0, await Announcements.WaitingAsync(default));
    }

    [Fact]
    public async Task DueAsync_ADeparture_IsToldAndEdited()
    {
        await SubscribeAsync();
        var report = Report("m-d", "o", announced: "2025-01-20");
        await SetAsync(report);

        var send = await OnlyDueAsync();
        Assert.Equal((OutboxOperation.Send, "m-d", null), (send.Operation, send.ReportId, send.StatementId));
        await Announcements.SentAsync(send.Number, "m1", default);
        await SetAsync(report with { Action = DepartureAction.Returns });

        var edit = await OnlyDueAsync();
        Assert.Equal((OutboxOperation.Edit, "m-d", "m1"), (edit.Operation, edit.ReportId, edit.MessageId));
    }

    [Fact]
    public async Task DueAsync_CorrectedWithdrawnRestored_EditsTheMessage()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving));
        await SendAsync("m1");
        Change[] changes = [Edit(Leaving.Id, Leaving with { Reasons = ["values"] }), Withdraw(Leaving), Edit(Leaving.Id, Leaving)];

        foreach (var change in changes)
        {
            await ChangeAsync(change);
            var item = await OnlyDueAsync();
            Assert.Equal((OutboxOperation.Edit, "m1", Leaving.Id), (item.Operation, item.MessageId, item.StatementId));
            await Announcements.SentAsync(item.Number, "m1", default);
        }

        await UndoAsync();
        Assert.Equal(OutboxOperation.Edit, (await OnlyDueAsync()).Operation);
    }

    [Fact]
    public async Task DueAsync_TheStatementTookAnotherId_EditsTheMessageOfTheOld()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving));
        await SendAsync("m1");
        var moved = Statement(Article, "la haine règne", "o");

        await ChangeAsync(Edit(Leaving.Id, moved));

        var item = await OnlyDueAsync();
        Assert.Equal((OutboxOperation.Edit, "m1", moved.Id), (item.Operation, item.MessageId, item.StatementId));
    }

    [Fact]
    public async Task DueAsync_TheSourceIsCorrected_EditsWhatCitesIt()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving));
        await SendAsync("m1");

        await ChangeAsync(new Change { Command = "source edit", Sources = [Article with { Outlet = "Le Courrier" }] });

        Assert.Equal((OutboxOperation.Edit, "m1"), ((await OnlyDueAsync()).Operation, (await OnlyDueAsync()).MessageId));
    }

    [Fact]
    public async Task DueAsync_ChangedBeforeItWasHandedOut_NeedsNoEdit()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving));
        await ChangeAsync(Edit(Leaving.Id, Leaving with { Reasons = ["values"] }));

        Assert.Equal(1, await Announcements.WaitingAsync(default));
        await SendAsync("m1");
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task DueAsync_ChangedAfterItWasHandedOut_IsEditedBehindIt()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving));
        var send = await OnlyDueAsync();
        await ChangeAsync(Edit(Leaving.Id, Leaving with { Reasons = ["values"] }));
        await ChangeAsync(Withdraw(Leaving));

        Assert.Equal(send, await OnlyDueAsync());
        await Announcements.SentAsync(send.Number, "m1", default);
        var edit = await OnlyDueAsync();
        Assert.Equal((OutboxOperation.Edit, "m1"), (edit.Operation, edit.MessageId));
        await Announcements.SentAsync(edit.Number, "m1", default);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task DueAsync_AnEditIsHandedOutAndItChangesAgain_IsEditedAgain()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving));
        await SendAsync("m1");
        await ChangeAsync(Edit(Leaving.Id, Leaving with { Reasons = ["values"] }));
        await ChangeAsync(Edit(Leaving.Id, Leaving with { Reasons = ["privacy"] }));
        Assert.Equal(1, await Announcements.WaitingAsync(default));
        await OnlyDueAsync();

        await ChangeAsync(Withdraw(Leaving));

        Assert.Equal(2, await Announcements.WaitingAsync(default));
    }

    [Fact]
    public async Task DueAsync_WithdrawnBeforeItWasHandedOut_IsNotToldAndRestoredIs()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving));
        await ChangeAsync(Withdraw(Leaving));
        Assert.Equal(0, await Announcements.WaitingAsync(default));

        await ChangeAsync(Edit(Leaving.Id, Leaving));

        Assert.Equal(OutboxOperation.Send, (await OnlyDueAsync()).Operation);
    }

    [Fact]
    public async Task SentAsync_NothingHadToBeSent_ForgetsTheEditsBehind()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving));
        var send = await OnlyDueAsync();
        await ChangeAsync(Withdraw(Leaving));

        await Announcements.SentAsync(send.Number, null, default);

        Assert.Equal(0, await Announcements.WaitingAsync(default));
    }

    [Fact]
    public async Task DelayAsync_TheFirstOfAChannel_HoldsUpThoseBehindAndNoOther()
    {
        await SubscribeAsync("1");
        await SubscribeAsync("2");
        var other = Statement(Article, "la haine règne", "o");
        await ChangeAsync(Add(Leaving, other));
        var first = (await DueAsync()).First(item => item.Subscription!.Channel == "1");

        await Announcements.DelayAsync(first.Number, Time.GetUtcNow().AddSeconds(30), default);

        Assert.Equal(["2"], (await DueAsync()).Select(item => item.Subscription!.Channel));
        Time.Advance(TimeSpan.FromSeconds(30));
        var again = (await DueAsync()).First(item => item.Subscription!.Channel == "1");
        Assert.Equal((first.Number, first.Key, 1), (again.Number, again.Key, again.Attempts));
        await Announcements.SentAsync(again.Number, "m1", default);
        Assert.Equal(other.Id, (await DueAsync()).First(item => item.Subscription!.Channel == "1").StatementId);
    }

    [Fact]
    public async Task GiveUpAsync_AnItem_DropsItAlone()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving, Statement(Article, "la haine règne", "o")));
        var first = await OnlyDueAsync();

        await Announcements.GiveUpAsync(first.Number, null, default);

        Assert.NotEqual(first.StatementId, (await OnlyDueAsync()).StatementId);
        Assert.Null(Assert.Single(await Announcements.SubscriptionsAsync(default)).Fault);
    }

    [Fact]
    public async Task GiveUpAsync_TheChannelIsGone_PausesItUntilItSubscribesAnew()
    {
        var channel = await SubscribeAsync();
        await SubscribeAsync("2");
        await ChangeAsync(Add(Leaving, Statement(Article, "la haine règne", "o")));

        await Announcements.GiveUpAsync((await DueAsync())[0].Number, "forbidden", default);

        Assert.Equal("forbidden", (await Announcements.SubscriptionsAsync(default))[0].Fault);
        Assert.Equal(["2"], (await DueAsync()).Select(item => item.Subscription!.Channel));
        Assert.Equal(2, await Announcements.WaitingAsync(default));
        await ChangeAsync(Add(Statement(Article, "à bientôt", "o")));
        Assert.Equal(3, await Announcements.WaitingAsync(default));

        Assert.Equal(channel, await SubscribeAsync());
        await ChangeAsync(Withdraw(Leaving));
        await ChangeAsync(Edit(Leaving.Id, Leaving));
        Assert.Contains(await DueAsync(), item => item.Subscription!.Channel == "1");
    }

    [Fact]
    public async Task UnsubscribeAsync_WhatWaits_IsDropped()
    {
        await SubscribeAsync();
        await ChangeAsync(Add(Leaving));

        await Announcements.UnsubscribeAsync("discord", "1", Alice, default);

        Assert.Equal(0, await Announcements.WaitingAsync(default));
    }

    [Fact]
    public async Task ChangeAsync_ThatFails_TellsNobody()
    {
        await SubscribeAsync();

        await RefusedAsync(Add(Leaving) with { Decision = new ReviewDecision(5, true, null) });

        Assert.Equal(0, await Announcements.WaitingAsync(default));
    }

    [Fact]
    public async Task DueAsync_Keys_AreNeverUsedTwice()
    {
        await SubscribeAsync();
        var keys = new HashSet<string>();
        for (var round = 0; round < 5; round++)
        {
            await ChangeAsync(Edit((await AddedAsync()).Id, Leaving with { Reasons = [$"r{round}"] }));
            var item = await OnlyDueAsync();
            Assert.True(keys.Add(item.Key));
            await Announcements.SentAsync(item.Number, "m1", default);
        }
    }

    private async Task<Statement> AddedAsync()
    {
        if (await Store.FindStatementAsync(Leaving.Id, default) is null)
            await ChangeAsync(Add(Leaving));
        return Leaving;
    }

    private Task<Subscription> SubscribeAsync(string channel = "1") =>
        Announcements.SubscribeAsync(new Subscription(0, "discord", channel, "fr"), Alice, default);

    private Task<ChangeReceipt> SetAsync(DepartureReport report) => ChangeAsync(
        new Change { Command = "departure set", Organisations = [Organisation("o")], Reports = [new ReportChange(report)] });

    private Task<IReadOnlyList<OutboxItem>> DueAsync() => Announcements.DueAsync(Platforms, default);

    private async Task<OutboxItem> OnlyDueAsync() => Assert.Single(await DueAsync());

    private async Task SendAsync(string messageId) => await Announcements.SentAsync((await OnlyDueAsync()).Number, messageId, default);
}
