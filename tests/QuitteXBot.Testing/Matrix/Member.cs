using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Xunit;

namespace QuitteXBot.Testing.Matrix;

/// <summary>The other member of a room: a python3-matrix-nio client in a process of its own.</summary>
public sealed class Member : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<SeenEvent> seen = new();
    private readonly ConcurrentQueue<string> invitations = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> open = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private int orders;

    private Member(string homeserver, Account account)
    {
        UserId = account.UserId;
        var script = Path.Combine(Repository.Root, "tests", "matrix-member", "member.py");
        process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, homeserver, account.UserId, account.Password])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
    }

    public string UserId { get; }

    public IReadOnlyList<SeenEvent> Seen => [.. seen];

    /// <summary>The rooms that the client was invited to.</summary>
    public IReadOnlyList<string> Invitations => [.. invitations];

    public static async Task<Member> StartAsync(string homeserver, Account account)
    {
        var member = new Member(homeserver, account);
        await member.ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return member;
    }

    public async Task<string> CreateRoomAsync(string? name = null, string? invite = null, bool direct = false, bool encrypted = false, string? version = null)
    {
        var invited = new JsonArray();
        if (invite is not null)
            invited.Add(invite);
        var answer = await OrderAsync(new JsonObject { ["do"] = "create", ["name"] = name, ["invite"] = invited, ["direct"] = direct, ["encrypted"] = encrypted, ["version"] = version });
        return answer["room"]!.GetValue<string>();
    }

    public Task<string> SayAsync(string roomId, string body, JsonObject? relation = null, JsonObject? more = null)
    {
        var content = new JsonObject { ["msgtype"] = "m.text", ["body"] = body };
        if (relation is not null)
            content["m.relates_to"] = relation;
        foreach (var (name, value) in more ?? [])
            content[name] = value?.DeepClone();
        return SendAsync(roomId, "m.room.message", content);
    }

    public Task<string> EditAsync(string roomId, string eventId, string body) =>
        SayAsync(roomId, "* " + body, new JsonObject { ["rel_type"] = "m.replace", ["event_id"] = eventId }, new JsonObject { ["m.new_content"] = new JsonObject { ["msgtype"] = "m.text", ["body"] = body } });

    public Task<string> ReactAsync(string roomId, string eventId, string key) =>
        SendAsync(roomId, "m.reaction", new JsonObject { ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.annotation", ["event_id"] = eventId, ["key"] = key } });

    public async Task<string> RedactAsync(string roomId, string eventId) =>
        (await OrderAsync(new JsonObject { ["do"] = "redact", ["room"] = roomId, ["event"] = eventId }))["event"]!.GetValue<string>();

    public Task InviteAsync(string roomId, string userId) => OrderAsync(new JsonObject { ["do"] = "invite", ["room"] = roomId, ["user"] = userId });

    public Task JoinAsync(string roomId) => OrderAsync(new JsonObject { ["do"] = "join", ["room"] = roomId });

    /// <summary>Stores a text file at the homeserver; its <c>mxc://</c> address.</summary>
    public async Task<string> UploadAsync(string name, string mediaType, string text) =>
        (await OrderAsync(new JsonObject { ["do"] = "upload", ["name"] = name, ["mime"] = mediaType, ["text"] = text }))["address"]!.GetValue<string>();

    public Task LeaveAsync(string roomId) => OrderAsync(new JsonObject { ["do"] = "leave", ["room"] = roomId });

    public Task<SeenEvent> SeesAnswerToAsync(string eventId) => SeesAsync(item => item.InReplyTo == eventId && item.Sender != UserId);

    /// <summary>Waits until the client shows such an event.</summary>
    public async Task<SeenEvent> SeesAsync(Func<SeenEvent, bool> condition)
    {
        await WaitAsync(() => seen.Any(condition), TimeSpan.FromMinutes(1));
        return seen.First(condition);
    }

    public static async Task WaitAsync(Func<bool> condition, TimeSpan patience)
    {
        var waiting = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waiting.Elapsed < patience, "The condition never held.");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async Task<string> SendAsync(string roomId, string type, JsonObject content) =>
        (await OrderAsync(new JsonObject { ["do"] = "send", ["room"] = roomId, ["type"] = type, ["content"] = content }))["event"]!.GetValue<string>();

    private async Task<JsonNode> OrderAsync(JsonObject order)
    {
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            order["id"] = ++orders;
            open[orders] = answer;
            process.StandardInput.WriteLine(order.ToJsonString());
        }

        var result = await answer.Task.WaitAsync(TimeSpan.FromMinutes(3));
        return result["error"] is { } error ? throw new InvalidOperationException($"The member could not {order["do"]}: {error}") : result;
    }

    private void Hear(string? line)
    {
        if (line is null || JsonNode.Parse(line) is not JsonObject told)
            return;
        if (told["ready"] is not null)
            ready.TrySetResult();
        else if (told["id"] is { } id && open.TryRemove(id.GetValue<int>(), out var answer))
            answer.TrySetResult(told);
        else if (told["invited"] is JsonObject invited && invited["state_key"]?.GetValue<string>() == UserId)
            invitations.Enqueue(told["room"]!.GetValue<string>());
        else if (told["seen"] is JsonObject source)
            seen.Enqueue(new SeenEvent(told["room"]!.GetValue<string>(), source, Stopwatch.GetTimestamp()));
    }
}
