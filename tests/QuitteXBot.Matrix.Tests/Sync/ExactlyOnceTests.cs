using System.Net;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Sync;

public sealed class ExactlyOnceTests : IDisposable
{
    private const string Room = "!room";
    private const string Alice = "@alice:localhost";

    private readonly TemporaryFolder folder = new();
    private readonly FakeHomeserver homeserver = new(TimeProvider.System);
    private readonly MatrixOptions options;

    public ExactlyOnceTests()
    {
        options = RunningBot.OptionsFor(folder);
        homeserver.Join(Room);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_StoppedBetweenSendingAndRecording_AnswersOnce()
    {
        FakeEvent asked;
        await using (await RunningBot.StartAsync(homeserver, options))
        {
            // The answer is taken, its acknowledgement never arrives.
            var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            homeserver.Taken = _ =>
            {
                taken.TrySetResult();
                throw new HttpRequestException("cut");
            };
            asked = homeserver.Say(Room, Alice, "!why alpha");
            await taken.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        homeserver.Taken = null;
        await using var again = await RunningBot.StartAsync(homeserver, options);
        var later = homeserver.Say(Room, Alice, "!why alpha");
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == later.Id));

        Assert.Single(homeserver.BySelf, item => item.InReplyTo == asked.Id);
    }

    [Fact]
    public async Task Run_StoppedAfterSayingThatTheBudgetIsSpent_DoesNotAnswerAsWell()
    {
        var tight = options with { UserBurst = 1, UserRefill = TimeSpan.FromHours(1) };
        FakeEvent asked;
        await using (await RunningBot.StartAsync(homeserver, tight))
        {
            var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            homeserver.Say(Room, Alice, "!why alpha");
            await RunningBot.WaitAsync(() => homeserver.BySelf.Any());
            homeserver.Taken = _ =>
            {
                taken.TrySetResult();
                throw new HttpRequestException("cut");
            };
            asked = homeserver.Say(Room, Alice, "!why alpha");
            await taken.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        homeserver.Taken = null;
        await using var again = await RunningBot.StartAsync(homeserver, tight);
        var later = homeserver.Say(Room, "@carol:localhost", "!why alpha");
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == later.Id));

        Assert.Single(homeserver.BySelf, item => item.InReplyTo == asked.Id);
    }

    [Fact]
    public async Task Run_QuestionsAskedWhileStopped_AreAnsweredInOrderAlsoBeyondTheTimeline()
    {
        await using (await RunningBot.StartAsync(homeserver, options))
        {
        }

        var asked = Enumerable.Range(0, 130).Select(_ => homeserver.Say(Room, Alice, "!why alpha").Id).ToList();
        await using var again = await RunningBot.StartAsync(homeserver, options);
        await RunningBot.WaitAsync(() => homeserver.BySelf.Count() >= asked.Count);

        Assert.Equal(asked, homeserver.BySelf.Select(item => item.InReplyTo!));
    }

    [Fact]
    public async Task Run_QuestionOlderThanTheLimit_IsNotAnswered()
    {
        await using (await RunningBot.StartAsync(homeserver, options))
        {
        }

        homeserver.Say(Room, Alice, "!why alpha", age: options.MaximumAge + TimeSpan.FromMinutes(1));
        var young = homeserver.Say(Room, Alice, "!why alpha", age: options.MaximumAge - TimeSpan.FromMinutes(1));
        await using var again = await RunningBot.StartAsync(homeserver, options);
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any());

        Assert.Equal(young.Id, homeserver.BySelf.Single().InReplyTo);
    }

    [Fact]
    public async Task Run_FirstStart_AnswersNothingOfThePast()
    {
        homeserver.Say(Room, Alice, "!why alpha");
        await using var bot = await RunningBot.StartAsync(homeserver, options);

        var asked = homeserver.Say(Room, Alice, "!why alpha");
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any());

        Assert.Equal(asked.Id, homeserver.BySelf.Single().InReplyTo);
    }

    [Fact]
    public async Task Run_StoppedAtRandomMoments_AnswersEachQuestionOnce()
    {
        var random = new Random(7);
        var asked = new List<string>();
        for (var round = 0; round < 25; round++)
        {
            await using var bot = await RunningBot.StartAsync(homeserver, options);
            for (var i = 0; i < 8; i++)
                asked.Add(homeserver.Say(Room, Alice, "!why alpha").Id);
            var enough = random.Next(8);
            var target = homeserver.BySelf.Count() + enough;
            await RunningBot.WaitAsync(() => homeserver.BySelf.Count() >= target);
        }

        await using var last = await RunningBot.StartAsync(homeserver, options);
        await RunningBot.WaitAsync(() => homeserver.BySelf.Count() >= asked.Count);
        Assert.Equal(asked, homeserver.BySelf.Select(item => item.InReplyTo!));
    }

    [Fact]
    public async Task Run_RateLimited_WaitsAsLongAsAskedAndDropsNothing()
    {
        var time = new ManualTime();
        var slow = new FakeHomeserver(time);
        slow.Join(Room);
        await using var bot = RunningBot.Start(slow, options, time);
        await time.AdvanceUntilAsync(() => bot.Status.LastSync is not null);
        var refusals = 0;
        slow.Intercept = request =>
        {
            if (!request.RequestUri!.AbsolutePath.Contains("/send/", StringComparison.Ordinal) || refusals >= 3)
                return null;
            refusals++;
            var refusal = FakeHomeserver.Json(HttpStatusCode.TooManyRequests, """{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":1}""");
            refusal.Headers.RetryAfter = new(TimeSpan.FromSeconds(20));
            return refusal;
        };
        var began = time.GetUtcNow();

        slow.Say(Room, Alice, "!why alpha");
        await time.AdvanceUntilAsync(() => slow.BySelf.Any());

        Assert.Equal(3, refusals);
        Assert.Contains(slow.Requests, request => request.Contains("/typing/", StringComparison.Ordinal));
        Assert.True(time.GetUtcNow() - began >= TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Run_HomeserverAway_ComesBackWithBackoffAndAnswers()
    {
        var time = new ManualTime();
        var fragile = new FakeHomeserver(time);
        fragile.Join(Room);
        await using var bot = RunningBot.Start(fragile, options, time);
        await time.AdvanceUntilAsync(() => bot.Status.LastSync is not null);

        var attempts = 0;
        fragile.Intercept = _ =>
        {
            attempts++;
            throw new HttpRequestException("refused");
        };
        var asked = fragile.Say(Room, Alice, "!why alpha");
        var began = time.GetUtcNow();
        await time.AdvanceUntilAsync(() => time.GetUtcNow() - began > TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1));
        var during = attempts;
        fragile.Intercept = null;
        await time.AdvanceUntilAsync(() => fragile.BySelf.Any());

        Assert.InRange(during, 5, 60);
        Assert.Equal(asked.Id, fragile.BySelf.Single().InReplyTo);
    }
}
