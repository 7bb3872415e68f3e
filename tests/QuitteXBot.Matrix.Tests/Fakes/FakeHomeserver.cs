using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace QuitteXBot.Matrix.Tests.Fakes;

/// <summary>A small homeserver in memory: one timeline of everything, whose length is the sync token. It keeps transaction ids as a real one does.</summary>
internal sealed class FakeHomeserver(TimeProvider time) : HttpMessageHandler
{
    public const string Bot = "@bot:localhost";
    public const string Token = "token-1";

    private readonly Lock gate = new();
    private readonly Dictionary<string, string> transactions = [];
    private readonly Dictionary<string, JsonObject> accountData = [];
    private readonly HashSet<string> joined = [];
    private readonly Dictionary<string, JsonObject> invites = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int counter;

    public List<FakeEvent> Timeline { get; } = [];

    /// <summary>Method and path of every request, in order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Server and id of a file → its content.</summary>
    public Dictionary<string, byte[]> Media { get; } = [];

    public HashSet<string> Encrypted { get; } = [];

    public Dictionary<string, int> Members { get; } = [];

    public HashSet<string> ValidTokens { get; } = [Token];

    public string Password { get; set; } = "secret";

    public int TimelineLimit { get; set; } = 50;

    /// <summary>Looks at each request first; what it returns is the answer.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Intercept { get; set; }

    /// <summary>Runs after a message was taken and before it is acknowledged.</summary>
    public Action<FakeEvent>? Taken { get; set; }

    public IEnumerable<FakeEvent> BySelf => Snapshot().Where(item => item.Sender == Bot && item.Type != "m.room.member");

    public IReadOnlyList<FakeEvent> Snapshot()
    {
        lock (gate)
            return [.. Timeline];
    }

    public static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public FakeEvent Say(string roomId, string sender, string body, JsonObject? relation = null, string type = "m.text", TimeSpan age = default, Action<JsonObject>? more = null)
    {
        var content = new JsonObject { ["msgtype"] = type, ["body"] = body };
        if (relation is not null)
            content["m.relates_to"] = relation;
        more?.Invoke(content);
        return Add(roomId, sender, "m.room.message", content, age: age);
    }

    public FakeEvent Edit(string roomId, string sender, string editedId, string body) =>
        Say(roomId, sender, "* " + body, new JsonObject { ["rel_type"] = "m.replace", ["event_id"] = editedId }, more: content =>
            content["m.new_content"] = new JsonObject { ["msgtype"] = "m.text", ["body"] = body });

    public FakeEvent React(string roomId, string sender, string eventId, string key) =>
        Add(roomId, sender, "m.reaction", new JsonObject { ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.annotation", ["event_id"] = eventId, ["key"] = key } });

    public FakeEvent Redact(string roomId, string sender, string eventId)
    {
        lock (gate)
            Timeline.Where(item => item.Id == eventId).ToList().ForEach(item => item.IsRedacted = true);
        return Add(roomId, sender, "m.room.redaction", [], redacts: eventId);
    }

    public static JsonObject Reply(string eventId) => new() { ["m.in_reply_to"] = new JsonObject { ["event_id"] = eventId } };

    public static JsonObject Thread(string rootId) => new() { ["rel_type"] = "m.thread", ["event_id"] = rootId };

    public FakeEvent Add(string roomId, string sender, string type, JsonObject content, string? stateKey = null, string? redacts = null, TimeSpan age = default, JsonObject? previous = null)
    {
        lock (gate)
        {
            var item = new FakeEvent($"$event{++counter}", roomId, sender, type, content, Now() - (long)age.TotalMilliseconds, stateKey, redacts) { PreviousContent = previous };
            Timeline.Add(item);
            Wake();
            return item;
        }
    }

    public void Invite(string roomId, string inviter, bool isDirect = false)
    {
        lock (gate)
        {
            invites[roomId] = new JsonObject
            {
                ["type"] = "m.room.member",
                ["state_key"] = Bot,
                ["sender"] = inviter,
                ["content"] = new JsonObject { ["membership"] = "invite", ["is_direct"] = isDirect },
            };
            Wake();
        }
    }

    public void Join(string roomId, string? byUser = null)
    {
        joined.Add(roomId);
        Members.TryAdd(roomId, 2);
        Add(roomId, byUser ?? Bot, "m.room.member", new JsonObject { ["membership"] = "join" }, byUser ?? Bot);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (gate)
            Requests.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
        if (Intercept?.Invoke(request) is { } intercepted)
            return intercepted;
        var path = request.RequestUri!.AbsolutePath;
        var parts = path.Split('/').Select(Uri.UnescapeDataString).ToArray();
        var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
        if (path == "/_matrix/client/versions")
            return Ok(new JsonObject { ["versions"] = new JsonArray("v1.11") });
        var isJson = request.Content?.Headers.ContentType?.MediaType == "application/json" && !path.Contains("/upload", StringComparison.Ordinal);
        var body = !isJson ? null : JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)) as JsonObject;
        if (path.EndsWith("/login", StringComparison.Ordinal))
            return LogIn(body!);
        if (!ValidTokens.Contains(request.Headers.Authorization?.Parameter ?? ""))
            return Json(HttpStatusCode.Unauthorized, """{"errcode":"M_UNKNOWN_TOKEN","error":"Invalid access token"}""");
        return parts[4] switch
        {
            "account" => Ok(new JsonObject { ["user_id"] = Bot, ["device_id"] = "DEVICE" }),
            "profile" => Ok(new JsonObject { ["displayname"] = "QuitteXBot" }),
            "joined_rooms" => Ok(new JsonObject { ["joined_rooms"] = new JsonArray([.. joined.Select(room => (JsonNode)room)]) }),
            "sync" => await SyncAsync(query["since"], int.Parse(query["timeout"]!, System.Globalization.CultureInfo.InvariantCulture), cancellationToken),
            "join" => Enter(parts[5]),
            "createRoom" => Create(body!),
            "user" => AccountData(request.Method, path, body),
            "upload" => Ok(new JsonObject { ["content_uri"] = "mxc://localhost/stored" }),
            "media" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Media[string.Join('/', parts[6..])]) },
            "rooms" => InRoom(parts[5], parts[6..], query, body),
            _ => Json(HttpStatusCode.NotFound, """{"errcode":"M_UNRECOGNIZED"}"""),
        };
    }

    private static HttpResponseMessage Ok(JsonObject body) => Json(HttpStatusCode.OK, body.ToJsonString());

    private HttpResponseMessage LogIn(JsonObject body)
    {
        if (body["password"]!.GetValue<string>() != Password)
            return Json(HttpStatusCode.Forbidden, """{"errcode":"M_FORBIDDEN","error":"Invalid username or password"}""");
        var token = $"token-{ValidTokens.Count + 1}";
        ValidTokens.Add(token);
        return Ok(new JsonObject { ["user_id"] = Bot, ["access_token"] = token, ["device_id"] = body["device_id"]?.GetValue<string>() ?? "NEWDEVICE" });
    }

    private HttpResponseMessage Create(JsonObject body)
    {
        var roomId = $"!made{++counter}";
        Join(roomId);
        foreach (var user in body["invite"]!.AsArray())
            Add(roomId, Bot, "m.room.member", new JsonObject { ["membership"] = "invite" }, user!.GetValue<string>());
        return Ok(new JsonObject { ["room_id"] = roomId });
    }

    private HttpResponseMessage AccountData(HttpMethod method, string path, JsonObject? body)
    {
        if (method == HttpMethod.Get)
            return accountData.TryGetValue(path, out var kept) ? Ok(kept) : Json(HttpStatusCode.NotFound, """{"errcode":"M_NOT_FOUND"}""");
        accountData[path] = body!;
        return Ok([]);
    }

    private HttpResponseMessage Enter(string roomId)
    {
        lock (gate)
            invites.Remove(roomId);
        Join(roomId);
        return Ok(new JsonObject { ["room_id"] = roomId });
    }

    private HttpResponseMessage InRoom(string roomId, string[] parts, System.Collections.Specialized.NameValueCollection query, JsonObject? body)
    {
        switch (parts[0])
        {
            case "send":
                return Ok(new JsonObject { ["event_id"] = Once(roomId, parts[2], () => Add(roomId, Bot, parts[1], body!)) });
            case "redact":
                return Ok(new JsonObject { ["event_id"] = Once(roomId, parts[2], () => Redact(roomId, Bot, parts[1])) });
            case "event":
                return Snapshot().FirstOrDefault(item => item.Id == parts[1]) is { } found
                    ? Ok(found.ToJson(Now()))
                    : Json(HttpStatusCode.NotFound, """{"errcode":"M_NOT_FOUND","error":"Event not found"}""");
            case "state":
                return Snapshot().LastOrDefault(item => item.RoomId == roomId && item.Type == parts[1] && item.StateKey == parts[2]) is { } state
                    ? Ok(state.ToJson(Now()))
                    : Json(HttpStatusCode.NotFound, """{"errcode":"M_NOT_FOUND","error":"Event not found."}""");
            case "messages":
                return Messages(roomId, query);
            case "leave":
                joined.Remove(roomId);
                invites.Remove(roomId);
                return Ok([]);
            default:
                return Ok([]);
        }
    }

    private string Once(string roomId, string transaction, Func<FakeEvent> add)
    {
        lock (gate)
        {
            if (transactions.TryGetValue($"{roomId} {transaction}", out var known))
                return known;
            var item = add();
            transactions[$"{roomId} {transaction}"] = item.Id;
            Taken?.Invoke(item);
            return item.Id;
        }
    }

    private HttpResponseMessage Messages(string roomId, System.Collections.Specialized.NameValueCollection query)
    {
        var from = Position(query["from"]);
        var to = Position(query["to"]);
        var limit = int.Parse(query["limit"]!, System.Globalization.CultureInfo.InvariantCulture);
        var found = Snapshot().Index().Where(entry => entry.Index < from && entry.Index >= to && entry.Item.RoomId == roomId).Reverse().Take(limit).ToList();
        var answer = new JsonObject { ["chunk"] = new JsonArray([.. found.Select(entry => (JsonNode)entry.Item.ToJson(Now()))]) };
        if (found.Count == limit)
            answer["end"] = $"s{found[^1].Index}";
        return Ok(answer);
    }

    private async Task<HttpResponseMessage> SyncAsync(string? since, int timeout, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(timeout == 0 ? TimeSpan.FromMilliseconds(1) : TimeSpan.FromMilliseconds(timeout), time);
        while (true)
        {
            Task change;
            lock (gate)
            {
                change = changed.Task;
                if (timeout == 0 || since is null || enough.IsCancellationRequested || Timeline.Count > Position(since) || invites.Count > 0)
                    return Ok(Changes(Position(since), since is null));
            }

            await Task.WhenAny(change, Task.Delay(Timeout.Infinite, enough.Token)).WaitAsync(cancellationToken);
        }
    }

    private JsonObject Changes(int since, bool isFirst)
    {
        var join = new JsonObject();
        foreach (var roomId in joined)
        {
            var news = Timeline.Skip(since).Where(item => item.RoomId == roomId).ToList();
            if (news.Count == 0 && !isFirst)
                continue;
            var shown = news.TakeLast(TimelineLimit).ToList();
            var state = new JsonArray();
            if (Encrypted.Contains(roomId))
                state.Add(new JsonObject { ["type"] = "m.room.encryption", ["state_key"] = "", ["content"] = new JsonObject() });
            join[roomId] = new JsonObject
            {
                ["summary"] = new JsonObject { ["m.joined_member_count"] = Members.GetValueOrDefault(roomId, 2) },
                ["state"] = new JsonObject { ["events"] = state },
                ["timeline"] = new JsonObject
                {
                    ["events"] = new JsonArray([.. shown.Select(item => (JsonNode)item.ToJson(Now()))]),
                    ["limited"] = shown.Count < news.Count,
                    ["prev_batch"] = shown.Count == 0 ? "s0" : $"s{Timeline.IndexOf(shown[0])}",
                },
            };
        }

        var invite = new JsonObject();
        foreach (var (roomId, member) in invites)
            invite[roomId] = new JsonObject { ["invite_state"] = new JsonObject { ["events"] = new JsonArray(member.DeepClone()) } };
        invites.Clear();
        return new JsonObject { ["next_batch"] = $"s{Timeline.Count}", ["rooms"] = new JsonObject { ["join"] = join, ["invite"] = invite } };
    }

    private static int Position(string? token) => token is null ? 0 : int.Parse(token.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Wake()
    {
        changed.TrySetResult();
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
