using System.Diagnostics;
using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>An interaction that was sent to the bot, and what became of it.</summary>
public sealed class TestInteraction(string id, string token, int type, DateTimeOffset createdAt)
{
    private readonly long asked = Stopwatch.GetTimestamp();
    private readonly TaskCompletionSource<JsonObject> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<JsonObject> final = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = id;

    public string Token { get; } = token;

    public int Type { get; } = type;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>When the first answer was taken; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>From the asking to when the first answer had arrived, before it was checked.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>The length of the first answer's body.</summary>
    public long AnswerBytes { get; private set; }

    /// <summary>How many first answers were taken: never more than one.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>First answers that were refused as second ones.</summary>
    public int RefusedAgain { get; set; }

    /// <summary>The first answer: <c>type</c> and <c>data</c>.</summary>
    public Task<JsonObject> First => first.Task;

    /// <summary>The message that the user ends up with: of the first answer, or of the edit after a deferral.</summary>
    public Task<JsonObject> Final => final.Task;

    /// <summary>The original message's id, once there is one.</summary>
    public string? OriginalId { get; set; }

    public List<JsonObject> FollowUps { get; } = [];

    /// <summary>The message that carries the component that was used.</summary>
    public string? SourceMessageId { get; init; }

    public string ChannelId { get; init; } = "";

    public string UserId { get; init; } = "";

    public bool OriginalDeleted { get; set; }

    internal bool IsDeferred { get; private set; }

    internal bool DeferredEphemeral { get; private set; }

    internal JsonArray? SourceOptions { get; init; }

    /// <summary>Notes that an answer is there, which is then checked.</summary>
    internal void Arrived(long bytes)
    {
        if (Acknowledged == 0)
            (Took, AnswerBytes) = (Stopwatch.GetElapsedTime(asked), bytes);
    }

    internal void Answer(JsonObject response, DateTimeOffset at)
    {
        Acknowledged++;
        AnsweredAt = at;
        var kind = response["type"]!.GetValue<int>();
        IsDeferred = kind is 5 or 6;
        DeferredEphemeral = kind == 5 && ((response["data"]?["flags"]?.GetValue<int>() ?? 0) & MessageRules.EphemeralFlag) != 0;
        first.TrySetResult(response);
        if (!IsDeferred)
            final.TrySetResult(response["data"] as JsonObject ?? []);
    }

    internal void Edited(JsonObject message) => final.TrySetResult(message);
}
