using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;
using QuitteXBot.DiscordNet.Reading;
using QuitteXBot.DiscordNet.Writing;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet;

/// <summary>
/// The client on Discord.Net: the gateway, interactions and the answers to them, and the commands. What goes to channels carries a nonce so that it is
/// not sent twice; Discord.Net cannot send one, so that takes the project's own client.
/// </summary>
internal sealed partial class NetClient(
    DiscordOptions options, NetConnection connection, NetCalls calls, OwnClient own, GatewayHealth health, TimeProvider time, ILogger<NetClient> log) : IDiscordClient
{
    private static readonly TimeSpan LoginPatience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<ulong, Net.Rest.RestApplicationCommand> registered = new();

    public async Task<(ApplicationInfo? Info, RestFailure? Failure)> LogInAsync(CancellationToken cancellationToken)
    {
        Net.Rest.RestApplication? application = null;
        var (failure, _) = await calls.TryAsync(
            async request =>
            {
                await connection.LogInAsync().WaitAsync(request.CancelToken).ConfigureAwait(false);
                application = await connection.Rest.GetApplicationInfoAsync(request).ConfigureAwait(false);
            },
            LoginPatience,
            cancellationToken).ConfigureAwait(false);
        return application is null
            ? (null, failure)
            : (new ApplicationInfo(application.Id, application.Name, null, connection.Rest.CurrentUser?.Id, null, IsPublic: false), null);
    }

    public Task<Error?> HoldAsync(DiscordEvents events, CancellationToken stopping) =>
        new NetGateway(connection.Gateway!, options, calls, events, health, time, log).HoldAsync(stopping);

    public async Task<IncomingInteraction?> ReadAsync(SignedRequest request, HttpExchange exchange)
    {
        // Discord.Net leaves out what a member may do in the channel, and fails at a PING with less than it counts on.
        var known = await own.ReadAsync(request, exchange).ConfigureAwait(false);
        if (known is null or { Interaction.Type: InteractionType.Ping })
            return known;
        try
        {
            var key = Convert.ToHexString(options.PublicKey.AsSpan());
            var read = await connection.Rest.ParseHttpInteractionAsync(key, request.Signature, request.Timestamp, request.Body, _ => false).ConfigureAwait(false);
            return read is null
                ? null
                : new IncomingInteraction(InteractionMapping.Read(read, known.Interaction.MemberPermissions), new HttpChannel(read, calls, connection.LoggedIn, exchange));
        }
#pragma warning disable CA1031 // Discord.Net throws whatever comes to its mind over JSON that lacks a part it counts on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.Unreadable(log, known.Interaction.Id, fault.Message);
            return null;
        }
    }

    public Task<RestResult> SendMessageAsync(ulong channel, OutgoingMessage message, CancellationToken cancellationToken) =>
        own.SendMessageAsync(channel, message, cancellationToken);

    public Task<RestResult> EditMessageAsync(ulong channel, ulong message, OutgoingMessage becomes, CancellationToken cancellationToken) =>
        own.EditMessageAsync(channel, message, becomes, cancellationToken);

    public Task<RestResult> OpenDirectAsync(ulong user, CancellationToken cancellationToken) => own.OpenDirectAsync(user, cancellationToken);

    public Task<string?> ReadMessageAsync(ulong channel, ulong message, CancellationToken cancellationToken) =>
        own.ReadMessageAsync(channel, message, cancellationToken);

    public async Task<RestResult> ListCommandsAsync(ulong application, ulong? guild, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<Net.Rest.RestApplicationCommand> commands = [];
        var result = await calls.SendAsync(
            "reading the commands",
            true,
            null,
            async request => commands = guild is { } id
                ? await connection.Rest.GetGuildApplicationCommands(id, withLocalizations: true, options: request).ConfigureAwait(false)
                : await connection.Rest.GetGlobalApplicationCommands(withLocalizations: true, options: request).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        if (!result.IsSuccess)
            return result;
        foreach (var command in commands)
            registered[command.Id] = command;
        var json = new JsonArray([.. commands.Select(CommandMapping.ToJson)]);
        return new RestResult(Encoding.UTF8.GetBytes(json.ToJsonString()), null);
    }

    public Task<RestResult> WriteCommandAsync(ulong application, ulong? guild, string? id, JsonObject? command, CancellationToken cancellationToken) => calls.SendAsync(
        "registering a command",
        true,
        null,
        request =>
        {
            if (command is null)
                return Snowflake.TryParse(id, out var gone) && registered.TryGetValue(gone, out var there) ? there.DeleteAsync(request) : Task.CompletedTask;
            // Discord takes a command of a name that is there as its new definition.
            var properties = CommandMapping.ToProperties(command);
            return guild is { } place
                ? connection.Rest.CreateGuildCommand(properties, place, request)
                : connection.Rest.CreateGlobalCommand(properties, request);
        },
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Discord: interaction {Id} cannot be read by Discord.Net. {Why}")]
        public static partial void Unreadable(ILogger log, ulong id, string why);
    }
}
