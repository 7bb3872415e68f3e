using Microsoft.Extensions.Logging;
using QuitteXBot.Discord.Configuration;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet;

/// <summary>
/// Discord.Net's clients, set up as configured: one for REST, and with <see cref="DiscordMode.Gateway"/> one for the gateway. The latter has a
/// REST client as well, but that one knows the application only when a session has begun.
/// </summary>
internal sealed partial class NetConnection : IAsyncDisposable
{
    private readonly DiscordOptions options;
    private readonly ILogger<NetConnection> log;
    private readonly TaskCompletionSource loggedIn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NetConnection(DiscordOptions options, ILogger<NetConnection> log)
    {
        (this.options, this.log) = (options, log);
        Rest = new Net.Rest.DiscordRestClient(SetUp(new Net.Rest.DiscordRestConfig()));
        Rest.Log += Tell;
        if (options.Mode != DiscordMode.Gateway)
            return;
        Gateway = new Net.WebSocket.DiscordShardedClient(SetUp(GatewayConfiguration()));
        Gateway.Log += Tell;
    }

    public Net.Rest.DiscordRestClient Rest { get; }

    /// <summary>Null with <see cref="DiscordMode.Http"/>.</summary>
    public Net.WebSocket.DiscordShardedClient? Gateway { get; }

    /// <summary>Ends when Discord has accepted the token.</summary>
    public Task LoggedIn => loggedIn.Task;

    public async Task LogInAsync()
    {
        // Its own check of the token would only warn; ours has been made when the configuration was read.
        await Rest.LoginAsync(Net.TokenType.Bot, options.Token, validateToken: false).ConfigureAwait(false);
        if (Gateway is not null)
            await Gateway.LoginAsync(Net.TokenType.Bot, options.Token, validateToken: false).ConfigureAwait(false);
        loggedIn.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        if (Gateway is not null)
            await Gateway.DisposeAsync().ConfigureAwait(false);
        await Rest.DisposeAsync().ConfigureAwait(false);
    }

    private Net.WebSocket.DiscordSocketConfig GatewayConfiguration() => new()
    {
        // None of them is privileged; Discord.Net's own choice has more than are needed.
        GatewayIntents = Net.GatewayIntents.Guilds | Net.GatewayIntents.GuildMessages | Net.GatewayIntents.DirectMessages,
        LogGatewayIntentWarnings = false,
        TotalShards = options.Shards,
        GatewayHost = options.GatewayUrl is { } gateway ? $"{gateway.AbsoluteUri.TrimEnd('/')}?v={Net.DiscordConfig.APIVersion}&encoding=json" : null,
        WebSocketProvider = () => new PlainWebSocket(Net.Net.WebSockets.DefaultWebSocketProvider.Instance()),
        AlwaysDownloadUsers = false,
        MessageCacheSize = 0,
        // Handlers start what takes time and return at once.
        HandlerTimeout = null,
    };

    private T SetUp<T>(T configuration)
        where T : Net.Rest.DiscordRestConfig
    {
        configuration.RestClientProvider = _ => Net.Net.Rest.DefaultRestClientProvider.Instance(options.ApiBaseUrl.AbsoluteUri);
        configuration.LogLevel = Net.LogSeverity.Warning;
        configuration.DefaultRetryMode = Net.RetryMode.RetryRatelimit;
        // The three seconds are the dispatcher's to keep. Discord.Net would count them from the time in the id, by this machine's clock.
        configuration.UseInteractionSnowflakeDate = false;
        configuration.ResponseInternalTimeCheck = false;
        configuration.APIOnRestInteractionCreation = false;
        return configuration;
    }

    private Task Tell(Net.LogMessage message)
    {
        // That its tasks are cancelled when it stops is no news.
        if (message.Exception is OperationCanceledException)
            return Task.CompletedTask;
        // The message alone: what failed is told where it is dealt with, and a stack would drown it.
        Log.Said(log, message.Source, message.Message ?? message.Exception?.Message ?? "");
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord.Net ({Source}): {Text}")]
        public static partial void Said(ILogger log, string source, string text);
    }
}
