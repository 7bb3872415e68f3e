using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Permissions;
using QuitteXBot.Discord.Registration;
using QuitteXBot.Discord.Rest;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Interactions;

/// <summary>Deadlines, with a clock that stands still.</summary>
public sealed class InteractionDispatcherTests : IAsyncDisposable
{
    private readonly ManualTimeProvider time = new();
    private readonly FakeAssistant assistant = new();
    private readonly FakeRest rest = new();
    private readonly ServiceProvider services;

    public InteractionDispatcherTests()
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        collection.AddSingleton<TimeProvider>(time);
        collection.AddSingleton<IAssistant>(assistant);
        DiscordServices.AddParts(collection, new DiscordOptions { Token = "a.b.c" }, DiscordPermissions.None, new CommandSet(FakeAssistant.Definitions));
        DiscordServices.AddOwnClient(collection);
        collection.AddSingleton<IDiscordRest>(rest);
        services = collection.BuildServiceProvider();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Handle_QuickAnswer_IsGivenAtOnce()
    {
        var channel = NewChannel();

        await HandleAsync(Slash(1), channel);

        Assert.Equal(4, Assert.Single(channel.Answers)["type"]!.GetValue<int>());
        Assert.Empty(rest.Requests);
    }

    [Fact]
    public async Task Handle_SlowAnswer_IsPutOffBeforeTheDeadlineAndEditedOnce()
    {
        var release = new TaskCompletionSource();
        assistant.Before = token => release.Task.WaitAsync(token);
        var channel = NewChannel();
        var handling = HandleAsync(Slash(1), channel);

        time.Advance(InteractionDispatcher.PutOffAfter - TimeSpan.FromMilliseconds(1));
        Assert.Empty(channel.Answers);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await Waiting.UntilAsync(() => channel.Answers.Count == 1, TimeSpan.FromSeconds(5), "not put off");
        time.Advance(TimeSpan.FromSeconds(30));
        release.SetResult();
        await handling.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(5, channel.Answers[0]["type"]!.GetValue<int>());
        Assert.Equal((HttpMethod.Patch, "webhooks/1300000000000000002/tok/messages/@original"), Assert.Single(rest.Requests));
    }

    [Theory]
    [InlineData("visible", "me", true)]
    [InlineData("visible", "everyone", false)]
    public async Task Handle_SlowAnswer_IsPutOffForThoseWhoMaySeeIt(string option, string value, bool ephemeral)
    {
        assistant.Before = token => Task.Delay(Timeout.Infinite, token);
        var channel = NewChannel();
        using var stop = new CancellationTokenSource();
        var handling = HandleAsync(Slash(1) with { Options = [new(option, value, false)] }, channel, stop.Token);
        time.Advance(InteractionDispatcher.PutOffAfter);
        await Waiting.UntilAsync(() => channel.Answers.Count == 1, TimeSpan.FromSeconds(5), "not put off");

        Assert.Equal(ephemeral ? """{"type":5,"data":{"flags":64}}""" : """{"type":5}""", channel.Answers[0].ToJsonString());
        await stop.CancelAsync();
        await handling.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Handle_PrivateAnswerPutOffInPublic_IsNotShownToAll()
    {
        var release = new TaskCompletionSource();
        assistant.Before = token => release.Task.WaitAsync(token);
        var answer = assistant.Answer;
        assistant.Answer = request => answer(request) with { Private = true };
        var channel = NewChannel();
        var handling = HandleAsync(Slash(1), channel);
        time.Advance(InteractionDispatcher.PutOffAfter);
        release.SetResult();
        await handling.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal([(HttpMethod.Patch, "webhooks/1300000000000000002/tok/messages/@original"), (HttpMethod.Post, "webhooks/1300000000000000002/tok")], rest.Requests);
        Assert.DoesNotContain("modération", rest.Bodies[0], StringComparison.Ordinal);
        Assert.Equal(64, JsonNode.Parse(rest.Bodies[1])!["flags"]!.GetValue<int>());
    }

    [Fact]
    public async Task Handle_SlowSuggestions_AreEmptyBeforeTheDeadline()
    {
        assistant.Before = token => Task.Delay(Timeout.Infinite, token);
        var channel = NewChannel();
        var handling = HandleAsync(Slash(1) with { Type = InteractionType.Autocomplete, Options = [new("organisation", "m", true)] }, channel);

        time.Advance(TimeSpan.FromSeconds(2.9));
        await handling.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("""{"type":8,"data":{"choices":[]}}""", channel.Answers.Single().ToJsonString());
    }

    [Fact]
    public async Task Handle_SameInteractionTwice_AnswersOnce()
    {
        var channel = NewChannel();

        await HandleAsync(Slash(1), channel);
        await HandleAsync(Slash(1), channel);

        Assert.Single(channel.Answers);
    }

    [Fact]
    public async Task Handle_EditThatOvertakesTheDeferral_IsTriedAgain()
    {
        rest.Failures.Enqueue(new RestFailure(RestFailureKind.Refused, 404, 10015, "Unknown Webhook"));
        var release = new TaskCompletionSource();
        assistant.Before = token => release.Task.WaitAsync(token);
        var handling = HandleAsync(Slash(1), NewChannel());
        time.Advance(InteractionDispatcher.PutOffAfter);
        release.SetResult();
        await Waiting.UntilAsync(() => rest.Requests.Count == 1, TimeSpan.FromSeconds(5), "no edit");
        for (var i = 0; i < 100 && !handling.IsCompleted; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5);
        }

        await handling.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(2, rest.Requests.Count);
    }

    private static Interaction Slash(ulong number) => new()
    {
        Id = 1300000000000000100 + number,
        ApplicationId = 1300000000000000002,
        Token = "tok",
        Type = InteractionType.Command,
        Command = "why",
        UserId = 1300000000000000003,
        Locale = "fr",
    };

    private Task HandleAsync(Interaction interaction, IInteractionChannel channel, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<InteractionDispatcher>().HandleAsync(interaction, channel, cancellationToken);

    private Channel NewChannel() => new(rest);

    private sealed class Channel(IDiscordRest rest) : WebhookChannel(rest, Slash(1))
    {
        public List<JsonNode> Answers { get; } = [];

        protected override Task<RestResult> SendFirstAsync(ReadOnlyMemory<byte> json, DateTimeOffset deadline, CancellationToken cancellationToken)
        {
            Answers.Add(JsonNode.Parse(json.Span)!);
            return Task.FromResult(default(RestResult));
        }
    }

    private sealed class FakeRest : IDiscordRest
    {
        public List<(HttpMethod, string)> Requests { get; } = [];

        public List<string> Bodies { get; } = [];

        public Queue<RestFailure> Failures { get; } = new();

        public Task<RestResult> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
        {
            Requests.Add((request.Method, request.Path));
            Bodies.Add(System.Text.Encoding.UTF8.GetString(request.Body.Span));
            return Task.FromResult(Failures.TryDequeue(out var failure) ? failure : default(RestResult));
        }
    }
}
