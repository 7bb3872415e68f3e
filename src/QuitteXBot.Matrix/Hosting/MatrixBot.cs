using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Permissions;
using QuitteXBot.Matrix.State;
using QuitteXBot.Matrix.Sync;

namespace QuitteXBot.Matrix.Hosting;

/// <summary>Puts the parts together and runs them over one session at a homeserver.</summary>
internal sealed partial class MatrixBot(MatrixOptions options, IAssistant assistant, MatrixStatus status, MatrixAnnouncer announcer, TimeProvider time, ILoggerFactory loggers, HttpClient http)
{
    private static readonly Version Needed = new(1, 11);

    private readonly ILogger logger = loggers.CreateLogger<MatrixBot>();

    /// <returns>What has to be mended before the bot can go on.</returns>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public async Task<Error> RunAsync(CancellationToken cancellationToken)
    {
        Error error;
        try
        {
            error = await RunUntilFinalAsync(cancellationToken);
        }
        catch (SqliteException fault)
        {
            // A full or failing disk: going on without keeping what was done would say things twice.
            error = new Error("matrix-state", $"The state of the Matrix platform cannot be kept ({fault.Message}); mend the disk and start again.", options.DataFolder);
        }

        status.Stops(error);
        return error;
    }

    private async Task<Error> RunUntilFinalAsync(CancellationToken cancellationToken)
    {
        if (MatrixOptionsValidator.Validate(options) is [var first, ..])
            return first;
        var opened = SqliteMatrixState.Open(options.DataFolder, time);
        if (!opened.IsSuccess)
            return opened.Error;
        using var state = opened.Value;

        var transport = new MatrixTransport(http, time, loggers.CreateLogger<MatrixTransport>());
        var versions = await new HomeserverDiscovery(transport, time).FindAsync(options.Homeserver!, Patience.Endless, cancellationToken);
        if (!versions.IsSuccess)
            return versions.Error;
        if (!versions.Value.Any(IsNewEnough))
            LogOld(transport.Address);
        using var login = new MatrixLogin(transport, options);
        var session = await login.OpenAsync(Patience.Endless, cancellationToken);
        if (!session.IsSuccess)
            return session.Error;
        var api = new MatrixApi(transport);
        var bot = new BotIdentity(session.Value.UserId, await api.DisplayNameAsync(session.Value.UserId, cancellationToken));
        LogStarted(bot.UserId, transport.Address);
        return await ConverseAsync(api, state, bot, cancellationToken);
    }

    private async Task<Error> ConverseAsync(MatrixApi api, IMatrixState state, BotIdentity bot, CancellationToken cancellationToken)
    {
        var encryption = new NoEncryption();
        var addressing = new Addressing(options, bot);
        var permissions = new AskerPermissions(api, options.Grants, time, loggers.CreateLogger<AskerPermissions>());
        var asking = new Asking(assistant, permissions, new Attachments(api, state));
        var budget = new Budget(options, time);
        var chats = new DirectChats(api, state, bot);
        var outbox = new Outbox(api, state, options, encryption, chats, new Progress(api, time, loggers.CreateLogger<Progress>()));
        var continuation = new Continuation(api, state, asking, budget, outbox);
        var messages = new MessageHandler(api, state, addressing, asking, budget, outbox, continuation, chats);
        var followUps = new FollowUpHandler(api, state, addressing, asking, budget, outbox, messages, continuation);
        var conversations = new Conversations(api, messages, followUps, new RoomHandler(api, state, options, bot, outbox));
        var worker = new Worker(state, conversations, new Courtesy(api, bot, time), loggers.CreateLogger<Worker>());
        var gaps = new GapFiller(api, options, bot, time);
        var loop = new SyncLoop(api, state, options, bot, addressing, gaps, encryption, worker, status, time, loggers.CreateLogger<SyncLoop>());

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        announcer.Attach(api, state, options, chats);
        var working = worker.RunAsync(stop.Token);
        var listening = ListenAsync(loop, worker, state, stop.Token);
        var first = await Task.WhenAny(working, listening);
        announcer.Detach();
        await stop.CancelAsync();
        await Task.WhenAll([(Task)working, listening]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await first;
    }

    /// <summary>What an earlier run left undone comes before anything new.</summary>
    private static async Task<Error> ListenAsync(SyncLoop loop, Worker worker, IMatrixState state, CancellationToken cancellationToken)
    {
        await worker.AddAsync(state.Pending(), new Dictionary<string, Protocol.RoomEvent>(), cancellationToken);
        return await loop.RunAsync(cancellationToken);
    }

    private static bool IsNewEnough(string version) =>
        version.StartsWith('v') && Version.TryParse(version.AsSpan(1), out var parsed) && parsed >= Needed;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Matrix: the homeserver at {Address} does not speak v1.11 of the specification or later; some things may not work.")]
    private partial void LogOld(Uri address);

    [LoggerMessage(Level = LogLevel.Information, Message = "Matrix: {UserId} is logged in at {Address}.")]
    private partial void LogStarted(string userId, Uri address);
}
