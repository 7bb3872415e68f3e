using System.Globalization;
using System.Text.Json;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Protocol;

namespace QuitteXBot.Matrix.Client;

/// <summary>
/// The calls of the client-server API that the bot makes (specification v1.11 and later, https://spec.matrix.org/latest/client-server-api/).
/// What changes something waits for as long as it takes; what only reads is tried once.
/// </summary>
internal sealed class MatrixApi(MatrixTransport transport)
{
    private const string Prefix = "/_matrix/client/v3/";
    private const long PageLimit = 16 << 20;
    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray();

    /// <param name="timeout">How long the homeserver may wait for something to happen.</param>
    public Task<Result<string>> SyncAsync(string? since, TimeSpan timeout, string filter, SyncReader reader, CancellationToken cancellationToken)
    {
        var path = $"{Prefix}sync?timeout={timeout.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)}&filter={Escape(filter)}"
            + (since is null ? "" : $"&since={Escape(since)}");
        var request = new MatrixRequest(HttpMethod.Get, path) { Timeout = timeout + TimeSpan.FromMinutes(1), Limit = SyncReader.Longest };
        return transport.SendAsync<string>(request, reader.ReadAsync, cancellationToken);
    }

    /// <summary>A page of a room's past, newest first.</summary>
    public async Task<Result<EventPage>> MessagesAsync(string roomId, string from, string? to, int limit, CancellationToken cancellationToken)
    {
        var path = $"{Prefix}rooms/{Escape(roomId)}/messages?dir=b&limit={limit}&from={Escape(from)}&filter={Escape(SyncFilter.Messages)}"
            + (to is null ? "" : $"&to={Escape(to)}");
        var answer = await transport.SendAsync(new MatrixRequest(HttpMethod.Get, path) { Limit = PageLimit, Patience = Patience.Endless }, cancellationToken);
        if (!answer.IsSuccess)
            return answer.Error;
        using var document = answer.Value;
        var events = document.RootElement.Array("chunk").Select(item => EventReader.Read(item, roomId)).OfType<RoomEvent>().ToList();
        return new EventPage(events, document.RootElement.Text("end"));
    }

    public async Task<Result<RoomEvent>> EventAsync(string roomId, string eventId, CancellationToken cancellationToken)
    {
        var request = new MatrixRequest(HttpMethod.Get, $"{Prefix}rooms/{Escape(roomId)}/event/{Escape(eventId)}") { Patience = Patience.Endless };
        var answer = await transport.SendAsync(request, cancellationToken);
        if (!answer.IsSuccess)
            return answer.Error;
        using var document = answer.Value;
        return EventReader.Read(document.RootElement, roomId) is { } found
            ? found
            : new Error(MatrixErrors.Garbage, "The homeserver's answer is not an event.", MatrixErrors.Place(transport.Address));
    }

    /// <summary>An event of a room's state, as it is now, with its sender.</summary>
    public Task<Result<JsonDocument>> StateAsync(string roomId, string type, string stateKey, CancellationToken cancellationToken) =>
        transport.SendAsync(
            new MatrixRequest(HttpMethod.Get, $"{Prefix}rooms/{Escape(roomId)}/state/{Escape(type)}/{Escape(stateKey)}?format=event") { Patience = Patience.Endless },
            cancellationToken);

    public Task<Result<string>> SendAsync(
        string roomId, string type, string transactionId, ReadOnlyMemory<byte> content, CancellationToken cancellationToken, Patience patience = Patience.Endless) =>
        EventIdOf(Put($"rooms/{Escape(roomId)}/send/{Escape(type)}/{Escape(transactionId)}", content) with { Patience = patience }, cancellationToken);

    public Task<Result<string>> RedactAsync(string roomId, string eventId, string transactionId, CancellationToken cancellationToken) =>
        EventIdOf(Put($"rooms/{Escape(roomId)}/redact/{Escape(eventId)}/{Escape(transactionId)}", Nothing), cancellationToken);

    public Task<Result<bool>> JoinAsync(string roomId, CancellationToken cancellationToken) =>
        Done(Post($"join/{Escape(roomId)}") with { Patience = Patience.Some }, cancellationToken);

    /// <summary>Leaves a room, or refuses an invitation, and forgets it.</summary>
    public async Task<Result<bool>> LeaveAsync(string roomId, CancellationToken cancellationToken)
    {
        var left = await Done(Post($"rooms/{Escape(roomId)}/leave"), cancellationToken);
        return left.IsSuccess ? await Done(Post($"rooms/{Escape(roomId)}/forget"), cancellationToken) : left;
    }

    /// <summary>Makes a room for a talk with one user and invites them; its id.</summary>
    public Task<Result<string>> CreateDirectChatAsync(string userId, CancellationToken cancellationToken)
    {
        var body = Json.Write(json =>
        {
            json.WriteString("preset", "trusted_private_chat");
            json.WriteBoolean("is_direct", true);
            json.WriteStartArray("invite");
            json.WriteStringValue(userId);
            json.WriteEndArray();
        });
        return TextOf(Post("createRoom") with { Body = body, Patience = Patience.Polite }, "room_id", cancellationToken);
    }

    /// <summary>The bot's own account data of a type; <see cref="MatrixErrors.NotFound"/> where there are none.</summary>
    public Task<Result<JsonDocument>> AccountDataAsync(string userId, string type, CancellationToken cancellationToken) => transport.SendAsync(
        new MatrixRequest(HttpMethod.Get, $"{Prefix}user/{Escape(userId)}/account_data/{Escape(type)}") { Patience = Patience.Polite }, cancellationToken);

    public Task<Result<bool>> KeepAccountDataAsync(string userId, string type, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Done(Put($"user/{Escape(userId)}/account_data/{Escape(type)}", content) with { Patience = Patience.Polite }, cancellationToken);

    /// <summary>Best effort: nobody misses it.</summary>
    public Task<Result<bool>> TypingAsync(string roomId, string userId, bool typing, CancellationToken cancellationToken)
    {
        var body = Json.Write(json =>
        {
            json.WriteBoolean("typing", typing);
            if (typing)
                json.WriteNumber("timeout", 20_000);
        });
        return Done(Put($"rooms/{Escape(roomId)}/typing/{Escape(userId)}", body) with { Patience = Patience.Once, Timeout = TimeSpan.FromSeconds(5) }, cancellationToken);
    }

    /// <summary>Best effort: nobody misses it.</summary>
    public Task<Result<bool>> ReadAsync(string roomId, string eventId, string? threadRoot, CancellationToken cancellationToken)
    {
        var body = Json.Write(json => json.WriteString("thread_id", threadRoot ?? "main"));
        var request = Post($"rooms/{Escape(roomId)}/receipt/m.read/{Escape(eventId)}") with { Body = body, Patience = Patience.Once, Timeout = TimeSpan.FromSeconds(5) };
        return Done(request, cancellationToken);
    }

    public async Task<Result<int>> CountRoomsAsync(CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(new MatrixRequest(HttpMethod.Get, Prefix + "joined_rooms") { Limit = PageLimit }, cancellationToken);
        if (!answer.IsSuccess)
            return answer.Error;
        using var document = answer.Value;
        return document.RootElement.Array("joined_rooms").Count();
    }

    public async Task<string?> DisplayNameAsync(string userId, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(new MatrixRequest(HttpMethod.Get, $"{Prefix}profile/{Escape(userId)}/displayname"), cancellationToken);
        if (!answer.IsSuccess)
            return null;
        using var document = answer.Value;
        return document.RootElement.Text("displayname");
    }

    /// <summary>Stores a file at the homeserver; its <c>mxc://</c> address.</summary>
    public async Task<Result<string>> UploadAsync(ReadOnlyMemory<byte> content, string contentType, string fileName, CancellationToken cancellationToken)
    {
        var request = new MatrixRequest(HttpMethod.Post, $"/_matrix/media/v3/upload?filename={Escape(fileName)}", content) { ContentType = contentType, Patience = Patience.Endless };
        return await TextOf(request, "content_uri", cancellationToken);
    }

    /// <summary>A file of the homeserver, with the token, as v1.11 asks for.</summary>
    public async Task<Result<byte[]>> DownloadAsync(string contentAddress, long limit, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(contentAddress, UriKind.Absolute, out var address) || address.Scheme != "mxc" || address.AbsolutePath.Length < 2)
            return new Error("matrix-media-address", "This is no mxc:// address.", contentAddress);
        var path = $"/_matrix/client/v1/media/download/{Escape(address.Authority)}/{Escape(address.AbsolutePath[1..])}";
        return await transport.SendAsync(
            new MatrixRequest(HttpMethod.Get, path) { Limit = limit },
            async (body, token) =>
            {
                using var buffer = new MemoryStream();
                await body.CopyToAsync(buffer, token);
                return buffer.ToArray();
            },
            cancellationToken);
    }

    internal static string Escape(string part) => Uri.EscapeDataString(part);

    private static MatrixRequest Put(string path, ReadOnlyMemory<byte> body) =>
        new(HttpMethod.Put, Prefix + path, body) { Patience = Patience.Endless };

    private static MatrixRequest Post(string path) =>
        new(HttpMethod.Post, Prefix + path, Nothing) { Patience = Patience.Endless };

    private Task<Result<string>> EventIdOf(MatrixRequest request, CancellationToken cancellationToken) => TextOf(request, "event_id", cancellationToken);

    private async Task<Result<string>> TextOf(MatrixRequest request, string name, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(request, cancellationToken);
        if (!answer.IsSuccess)
            return answer.Error;
        using var document = answer.Value;
        return document.RootElement.Text(name) is { } text
            ? text
            : new Error(MatrixErrors.Garbage, $"The homeserver's answer has no {name}.", MatrixErrors.Place(transport.Address));
    }

    private async Task<Result<bool>> Done(MatrixRequest request, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(request, cancellationToken);
        if (!answer.IsSuccess)
            return answer.Error;
        answer.Value.Dispose();
        return true;
    }
}
