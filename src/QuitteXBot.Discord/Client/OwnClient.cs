using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Mentions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Client;

/// <summary>The project's own client: <see cref="IDiscordRest"/> and <see cref="GatewayShard"/>.</summary>
internal sealed class OwnClient(
    DiscordOptions options, IDiscordRest rest, BotIdentity bot, GatewayHealth health, TimeProvider time, ILogger<OwnClient> log) : IDiscordClient
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<(ApplicationInfo? Info, RestFailure? Failure)> LogInAsync(CancellationToken cancellationToken) => ApplicationInfo.FetchAsync(rest, cancellationToken);

    public async Task<Error?> HoldAsync(DiscordEvents events, CancellationToken stopping)
    {
        var info = await FindGatewayAsync(stopping).ConfigureAwait(false);
        if (!info.IsSuccess)
            return info.Error;
        var shards = options.Shards ?? info.Value.Shards;
        var gate = new IdentifyGate(time, info.Value.MaxConcurrency, info.Value.SessionsRemaining, info.Value.ResetAfter);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var runs = Enumerable.Range(0, shards).Select(number => RunShardAsync(number, shards, info.Value, gate, events, either)).ToArray();
        var ends = await Task.WhenAll(runs).ConfigureAwait(false);
        return ends.FirstOrDefault(end => end is not null);
    }

    public Task<IncomingInteraction?> ReadAsync(SignedRequest request, HttpExchange exchange) => Task.FromResult(
        Parse(request.Body) is { } interaction ? new IncomingInteraction(interaction, new HttpResponseChannel(rest, interaction, exchange)) : null);

    public Task<RestResult> SendMessageAsync(ulong channel, OutgoingMessage message, CancellationToken cancellationToken) => rest.SendAsync(
        new DiscordRequest
        {
            Method = HttpMethod.Post,
            Path = $"channels/{Snowflake.Write(channel)}/messages",
            Body = MessageWriter.Body(message),
            Files = MessageWriter.Files(message),
            Repeatable = message.Nonce is not null,
        },
        cancellationToken);

    public Task<RestResult> EditMessageAsync(ulong channel, ulong message, OutgoingMessage becomes, CancellationToken cancellationToken) => rest.SendAsync(
        new DiscordRequest
        {
            Method = HttpMethod.Patch,
            Path = $"channels/{Snowflake.Write(channel)}/messages/{Snowflake.Write(message)}",
            Body = MessageWriter.Body(becomes),
            Files = MessageWriter.Files(becomes),
            Repeatable = true,
        },
        cancellationToken);

    public Task<RestResult> OpenDirectAsync(ulong user, CancellationToken cancellationToken) => rest.SendAsync(
        new DiscordRequest
        {
            Method = HttpMethod.Post,
            Path = "users/@me/channels",
            Body = Encoding.UTF8.GetBytes($$"""{"recipient_id":"{{Snowflake.Write(user)}}"}"""),
            Repeatable = true,
        },
        cancellationToken);

    public async Task<string?> ReadMessageAsync(ulong channel, ulong message, CancellationToken cancellationToken)
    {
        var request = new DiscordRequest
        {
            Method = HttpMethod.Get,
            Path = $"channels/{Snowflake.Write(channel)}/messages/{Snowflake.Write(message)}",
            Repeatable = true,
        };
        var result = await rest.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!result.IsSuccess)
            return null;
        using var document = JsonDocument.Parse(result.Body);
        return InteractionParser.Text(document.RootElement, "content");
    }

    public Task<RestResult> ListCommandsAsync(ulong application, ulong? guild, CancellationToken cancellationToken) => rest.SendAsync(
        new DiscordRequest { Method = HttpMethod.Get, Path = CommandsOf(application, guild) + "?with_localizations=true", Repeatable = true }, cancellationToken);

    public Task<RestResult> WriteCommandAsync(ulong application, ulong? guild, string? id, JsonObject? command, CancellationToken cancellationToken) => rest.SendAsync(
        new DiscordRequest
        {
            Method = id is null ? HttpMethod.Post : command is null ? HttpMethod.Delete : HttpMethod.Patch,
            Path = CommandsOf(application, guild) + (id is null ? "" : "/" + id),
            Body = command is null ? default : Encoding.UTF8.GetBytes((id is null ? command : WithClearing(command, guild is null)).ToJsonString(Relaxed)),
            // Discord treats a POST of a name that is there as an edit.
            Repeatable = true,
        },
        cancellationToken);

    /// <summary>An edit leaves alone what it does not name, so what is to be gone is named.</summary>
    private static JsonObject WithClearing(JsonObject command, bool isGlobal)
    {
        var edit = (JsonObject)command.DeepClone();
        edit.Remove("type");
        edit.TryAdd("default_member_permissions", null);
        if (isGlobal)
            edit.TryAdd("contexts", null);
        return edit;
    }

    private static string CommandsOf(ulong application, ulong? guild) => guild is { } id
        ? $"applications/{Snowflake.Write(application)}/guilds/{Snowflake.Write(id)}/commands"
        : $"applications/{Snowflake.Write(application)}/commands";

    private static Interaction? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return InteractionParser.Parse(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<Error?> RunShardAsync(
        int number, int shards, GatewayInfo info, IdentifyGate gate, DiscordEvents events, CancellationTokenSource either)
    {
        var identity = new ShardIdentity(options.Token!, options.GatewayUrl ?? info.Url, number, shards, options.Presence);
        var shard = new GatewayShard(
            identity,
            () => new WebSocketGatewayTransport(options.Compress, options.UserAgent),
            new OwnEvents(events, rest, bot),
            gate,
            health.Of(number),
            time,
            Random.Shared.NextDouble,
            log);
        var fatal = await shard.RunAsync(either.Token).ConfigureAwait(false);
        if (fatal is not null)
            await either.CancelAsync().ConfigureAwait(false);
        return fatal;
    }

    private async Task<Result<GatewayInfo>> FindGatewayAsync(CancellationToken stopping)
    {
        for (var number = 0; ; number++)
        {
            var (info, failure) = await GatewayInfo.FetchAsync(rest, stopping).ConfigureAwait(false);
            if (info is not null)
                return info;
            var error = failure!.ToError("Asking Discord for its gateway");
            if (failure.Kind is RestFailureKind.Unauthorised or RestFailureKind.Refused)
                return error;
            await DiscordService.PauseAsync(log, time, error, number, stopping).ConfigureAwait(false);
        }
    }
}
