using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace QuitteXBot.Testing.Discord;

/// <summary>
/// A Discord for tests: REST and gateway as documented, on a port of its own, with one application, one guild and one channel. It checks limits and
/// schemas, keeps rate limits and deadlines, fails on demand, and sends interactions over the gateway or as signed HTTP requests.
/// </summary>
public sealed class TestDiscord : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, TestSession> sessions = new();
    private readonly ConcurrentDictionary<GatewaySocket, bool> sockets = new();
    private readonly ConcurrentQueue<string> notes = new();
    private readonly ConcurrentQueue<SentTestFile> sentFiles = new();
    private readonly Dictionary<int, DateTimeOffset> identified = [];
    private readonly Lock gate = new();
    private int dispatched;
    private int heartbeats;
    private bool dropBefore;

    private TestDiscord(WebApplication app, TestDiscordOptions options, TimeProvider time)
    {
        (this.app, Options, Time) = (app, options, time);
        Ids = new Snowflakes(time);
        ApplicationId = Ids.Next();
        BotId = Ids.Next();
        GuildId = Ids.Next();
        ChannelId = Ids.Next();
        Token = $"{Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(BotId)).TrimEnd('=')}.Gtest0.{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16))}";
        Signer = new Ed25519Signer(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        World = new TestWorld(this);
        Users = new TestUsers(this);
    }

    public TestDiscordOptions Options { get; }

    public FaultPlan Faults { get; } = new();

    public string Token { get; }

    public string ApplicationId { get; }

    public string BotId { get; }

    public string GuildId { get; }

    public string ChannelId { get; }

    public Ed25519Signer Signer { get; }

    /// <summary>64 hexadecimal digits.</summary>
    public string PublicKey => Convert.ToHexStringLower(Signer.PublicKey);

    public Uri ApiBaseUrl { get; private set; } = null!;

    public Uri GatewayUrl { get; private set; } = null!;

    /// <summary>What users do.</summary>
    public TestUsers Users { get; }

    /// <summary>What happened, in order: requests, closes, faults.</summary>
    public IReadOnlyCollection<string> Notes => notes;

    public int Heartbeats => Volatile.Read(ref heartbeats);

    /// <summary>Sessions that stand and have a connection.</summary>
    public int Connected => sessions.Values.Count(session => session.Socket is not null);

    public int SessionCount => sessions.Count;

    internal TimeProvider Time { get; }

    internal Snowflakes Ids { get; }

    internal TestWorld World { get; }

    /// <summary>The commands that are registered, globally (null) or for a guild.</summary>
    public IReadOnlyList<JsonObject> Commands(string? guild = null) => World.CommandsOf(guild ?? "");

    /// <summary>The messages in the channel, oldest first, that are not deleted.</summary>
    public IReadOnlyList<JsonObject> Messages => World.Messages;

    public JsonObject? FindMessage(string id) => World.FindMessage(id);

    /// <summary>The files that the bot sent, oldest first.</summary>
    public IReadOnlyCollection<SentTestFile> SentFiles => sentFiles;

    /// <summary>A file for a user to attach.</summary>
    public TestFile NewFile(string name, byte[] content) => new(Ids.Next(), name, content);

    /// <summary>Adds a channel to the guild.</summary>
    /// <param name="permissions">What the bot may do there; null: as in the first channel.</param>
    /// <returns>Its id.</returns>
    public string AddChannel(string name, ulong? permissions = null) => World.AddChannel(name, permissions ?? Options.BotPermissions);

    public void DeleteChannel(string id) => World.DeleteChannel(id);

    public static async Task<TestDiscord> StartAsync(TestDiscordOptions? options = null, TimeProvider? time = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        var app = builder.Build();
        var discord = new TestDiscord(app, options ?? new TestDiscordOptions(), time ?? TimeProvider.System);
        var rest = new RestServer(discord);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Map("/gateway", context => discord.AcceptAsync(context, isResumeAddress: false));
        app.Map("/resume", context => discord.AcceptAsync(context, isResumeAddress: true));
        app.Map("/api/v10/{**path}", rest.HandleAsync);
        app.MapGet("/api/v10/attachments/{id}/{name}", (string id) => discord.World.FindFile(id) is { } file ? Results.Bytes(file.Content, "text/plain") : Results.NotFound());
        await app.StartAsync();
        var address = new Uri(app.Urls.First());
        discord.ApiBaseUrl = new Uri(address, "api/v10/");
        discord.GatewayUrl = new UriBuilder(address) { Scheme = "ws", Path = "/gateway" }.Uri;
        return discord;
    }

    /// <summary>Waits until a bot is connected and ready.</summary>
    public async Task WaitForConnectionAsync(TimeSpan? patience = null) =>
        await Waiting.UntilAsync(() => Connected > 0, patience ?? TimeSpan.FromSeconds(20), "no bot connected");

    /// <summary>Breaks every gateway connection without a close code.</summary>
    public void DropConnections()
    {
        Note("fault: connections dropped");
        foreach (var socket in sockets.Keys)
            socket.Break();
    }

    /// <summary>Closes every gateway connection with a code.</summary>
    public async Task CloseConnectionsAsync(int code)
    {
        foreach (var socket in sockets.Keys)
            await socket.CloseAsync(code, "");
    }

    /// <summary>Op 7 to every connection.</summary>
    public void AskToReconnect() => SendToAll("""{"op":7,"d":null}""");

    /// <summary>Op 9 to every connection.</summary>
    public void InvalidateSessions(bool resumable)
    {
        if (!resumable)
            sessions.Clear();
        SendToAll(resumable ? """{"op":9,"d":true}""" : """{"op":9,"d":false}""");
    }

    /// <summary>Op 1 to every connection.</summary>
    public void AskForHeartbeat() => SendToAll("""{"op":1,"d":null}""");

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var socket in sockets.Keys)
            socket.Break();
        await app.DisposeAsync();
        Users.Dispose();
        Signer.Dispose();
        stopping.Dispose();
    }

    internal void Note(string text)
    {
        notes.Enqueue(text);
        if (notes.Count > Options.MostKept)
            notes.TryDequeue(out _);
    }

    internal void CountHeartbeat() => Interlocked.Increment(ref heartbeats);

    internal Drop NextDrop()
    {
        lock (gate)
        {
            dispatched++;
            if (Faults.DropEvery == 0 || dispatched % Faults.DropEvery != 0)
                return Drop.No;
            dropBefore = !dropBefore;
            Note($"fault: connection dropped {(dropBefore ? "before" : "after")} dispatch {dispatched}");
            return dropBefore ? Drop.Before : Drop.After;
        }
    }

    internal bool MayIdentify(int shard)
    {
        lock (gate)
        {
            var key = shard % Options.MaxConcurrency;
            var now = Time.GetUtcNow();
            if (identified.TryGetValue(key, out var before) && now - before < TimeSpan.FromSeconds(5))
            {
                Note("gateway: identified too soon");
                return false;
            }

            identified[key] = now;
            Options.SessionsRemaining--;
            return true;
        }
    }

    internal TestSession BeginSession(GatewaySocket socket, int intents, int shard, int shards)
    {
        var session = new TestSession(Guid.NewGuid().ToString("N"), intents, shard, shards, Options.MostKept);
        sessions[session.Id] = session;
        Note("gateway: identified");
        session.Attach(socket);
        session.Dispatch("READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = World.Bot.DeepClone(),
            ["guilds"] = new JsonArray(new JsonObject { ["id"] = GuildId, ["unavailable"] = true }),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = new UriBuilder(GatewayUrl) { Path = "/resume" }.Uri.AbsoluteUri,
            ["shard"] = new JsonArray(shard, shards),
            ["application"] = new JsonObject { ["id"] = ApplicationId, ["flags"] = 0 },
            ["private_channels"] = new JsonArray(),
            ["relationships"] = new JsonArray(),
            ["user_settings"] = new JsonObject(),
            ["session_type"] = "normal",
            ["_trace"] = new JsonArray(),
        });
        if ((intents & 1) != 0)
        {
            lock (gate)
                session.Dispatch("GUILD_CREATE", World.Guild.DeepClone());
        }

        return session;
    }

    internal TestSession? FindSession(string? id) => id is not null && sessions.TryGetValue(id, out var session) ? session : null;

    internal void Keep(SentTestFile file) => sentFiles.Enqueue(file);

    internal void EndSession(TestSession session) => sessions.TryRemove(session.Id, out _);

    /// <summary>Adds a role to the guild and tells every session of it.</summary>
    /// <returns>Its id.</returns>
    internal string AddRole(string name, ulong permissions)
    {
        var id = Ids.Next();
        var role = Payloads.Role(id, name, permissions);
        lock (gate)
            World.Guild["roles"]!.AsArray().Add((JsonNode)role.DeepClone());
        Dispatch("GUILD_ROLE_CREATE", new JsonObject { ["guild_id"] = GuildId, ["role"] = role }, neededIntents: 1);
        return id;
    }

    internal void Dispatch(string type, JsonNode data, int neededIntents = 0)
    {
        foreach (var session in sessions.Values)
        {
            if ((neededIntents == 0 || (session.Intents & neededIntents) != 0) && session.Shard == (int)((ulong.Parse(GuildId, System.Globalization.CultureInfo.InvariantCulture) >> 22) % (ulong)session.Shards))
                session.Dispatch(type, data);
        }
    }

    private void SendToAll(string payload)
    {
        foreach (var socket in sockets.Keys)
            socket.Enqueue(payload, isEvent: false);
    }

    private async Task AcceptAsync(HttpContext context, bool isResumeAddress)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var query = context.Request.Query;
        using var webSocket = await context.WebSockets.AcceptWebSocketAsync();
        var compress = query["compress"].ToString();
        using var socket = new GatewaySocket(this, webSocket, compress == "zlib-stream", isResumeAddress);
        if (query["v"].ToString() is not ("10" or "9") || query["encoding"].ToString() is not ("json" or "") || compress is not ("" or "zlib-stream"))
        {
            await socket.CloseAsync(4012, "Invalid API version or encoding.");
            return;
        }

        sockets[socket] = true;
        try
        {
            await socket.RunAsync();
        }
        finally
        {
            sockets.TryRemove(socket, out _);
        }
    }
}
