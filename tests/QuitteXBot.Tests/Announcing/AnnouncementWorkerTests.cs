using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using QuitteXBot.Announcing;
using QuitteXBot.Commands.Announcing;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Testing.Discord;
using QuitteXBot.Tests.Moderation;

namespace QuitteXBot.Tests.Announcing;

/// <summary>What is published goes out to each subscribed channel, in order, and is kept up to date.</summary>
public sealed class AnnouncementWorkerTests : ModerationFixture
{
    private const string Said = "Nous larguons les amarres, et X avec.";

    private readonly Mock<IAnnouncer> announcer = new();
    private readonly ConcurrentQueue<(string What, string Channel, string Key, string Text)> sent = [];

    [Fact]
    public async Task Published_CorrectedAndWithdrawn_IsSentOnceAndEdited()
    {
        Answer((_, _) => new Delivered("message-1"));
        await SubscribeAsync("salon");
        var id = await PostAsync(Alice, Said);

        await using (await StartAsync())
        {
            await UntilAsync(1);
            await PressAsync(Alice, await SayAsync(Alice, $"/statement edit {id}\nspeaker: Joëlle Le Gall"), ReplyActionKind.Confirm);
            await UntilAsync(2);
            await SayAsync(Bruno, $"/statement withdraw {id} note:démenti");
            await UntilAsync(3);
        }

        var told = sent.ToArray();
        Assert.Equal(["send salon", "edit message-1", "edit message-1"], told.Select(one => $"{one.What} {one.Channel}"));
        Assert.StartsWith("Nouvelle déclaration\u00A0: Port de Kerlevan", told[0].Text, StringComparison.Ordinal);
        Assert.Contains(Said, told[0].Text, StringComparison.Ordinal);
        Assert.Contains("Joëlle Le Gall", told[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, told[2].Text, StringComparison.Ordinal);
        Assert.Equal(3, told.Select(one => one.Key).Distinct().Count());
    }

    [Fact]
    public async Task Unreachable_ForAWhile_IsTriedAgainUnderTheSameKeyAndInOrder()
    {
        var attempts = 0;
        Answer((_, _) => ++attempts < 3 ? new DeliverLater(TimeSpan.FromSeconds(10), "no connection") : new Delivered($"message-{attempts}"));
        await SubscribeAsync("salon");
        await PostAsync(Alice, Said);
        await PostAsync(Alice, "Un autre texte, tout à fait autre, sur les marées.");

        await using (await StartAsync())
            await UntilAsync(4);

        var told = sent.ToArray();
        Assert.Single(told.Take(3).Select(one => one.Key).Distinct());
        Assert.Contains(Said, told[2].Text, StringComparison.Ordinal);
        Assert.Contains("marées", told[3].Text, StringComparison.Ordinal);
        Assert.Equal(0, await Bot.Desk!.Announcements.WaitingAsync(default));
    }

    [Fact]
    public async Task Forbidden_AChannel_IsPausedUntilItIsSubscribedAnew()
    {
        Answer((channel, _) => channel == "perdu" ? new Undeliverable(ChannelIsLost: true, "50001 Missing Access") : new Delivered("message"));
        await SubscribeAsync("perdu");
        await SubscribeAsync("salon");
        await PostAsync(Alice, Said);

        await using (await StartAsync())
        {
            await UntilAsync(2);
            await PostAsync(Alice, "Un autre texte, tout à fait autre, sur les marées.");
            await UntilAsync(3);
        }

        Assert.Single(sent, one => one.Channel == "perdu");
        Assert.Contains("50001 Missing Access", PlainTextRenderer.Render(await SayAsync(Alice, "/annoncer etat")), StringComparison.Ordinal);
        Assert.Null((await SubscribeAsync("perdu")).Fault);
    }

    private Task<Subscription> SubscribeAsync(string channel) =>
        Bot.Desk!.Announcements.SubscribeAsync(new Subscription(0, "discord", channel, "fr"), Alice.Identity, default);

    private void Answer(Func<string, string, Delivery> deliver)
    {
        announcer.SetupGet(one => one.Platform).Returns("discord");
        announcer.Setup(one => one.SendAsync(It.IsAny<string>(), It.IsAny<Reply>(), It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string channel, Reply reply, string key, bool _, CancellationToken _) =>
            {
                sent.Enqueue(("send", channel, key, PlainTextRenderer.Render(reply)));
                return deliver(channel, key);
            });
        announcer.Setup(one => one.EditAsync(
                It.IsAny<string>(), It.IsAny<string>(), It.IsAny<Reply>(), It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string channel, string message, Reply reply, string key, bool _, CancellationToken _) =>
            {
                sent.Enqueue(("edit", message, key, PlainTextRenderer.Render(reply)));
                return deliver(channel, key);
            });
    }

    private Task UntilAsync(int count) => Waiting.UntilAsync(
        () =>
        {
            Clock.Advance(TimeSpan.FromMilliseconds(500));
            return sent.Count >= count;
        },
        TimeSpan.FromMinutes(1),
        $"only {sent.Count} of {count} were sent");

    private async Task<Running> StartAsync()
    {
        var worker = new AnnouncementWorker(
            Bot.Desk!.Announcements, new AnnouncementWriter(Bot.Knowledge, Bot.Desk.Store), [announcer.Object], Clock, NullLogger<AnnouncementWorker>.Instance);
        await worker.StartAsync(default);
        return new Running(worker);
    }

    private sealed class Running(AnnouncementWorker worker) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await worker.StopAsync(default);
            worker.Dispose();
        }
    }
}
