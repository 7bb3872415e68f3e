using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Discord.Mentions;
using QuitteXBot.Discord.Registration;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord;

/// <summary>Keeps the bot on Discord until it is given up: registers the commands and, with <see cref="DiscordMode.Gateway"/>, holds the connections.</summary>
internal sealed partial class DiscordService(
    DiscordOptions options,
    IDiscordClient client,
    CommandRegistrar registrar,
    DiscordEvents events,
    BotIdentity bot,
    DiscordState state,
    TimeProvider time,
    ILogger<DiscordService> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var fatal = await RunAsync(stoppingToken).ConfigureAwait(false);
            if (fatal is null)
                return;
            state.Fatal = fatal;
            Log.GivenUp(log, fatal.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }

    private async Task<Error?> RunAsync(CancellationToken stopping)
    {
        if (options.Token is null)
            return null;
        if (await IdentifyAsync(stopping).ConfigureAwait(false) is { } refused)
            return refused;
        var registering = RegisterAsync(stopping);
        var fatal = options.Mode == DiscordMode.Gateway ? await HoldAsync(stopping).ConfigureAwait(false) : null;
        return await registering.ConfigureAwait(false) ?? fatal;
    }

    /// <summary>Finds out which application the token belongs to.</summary>
    private async Task<Error?> IdentifyAsync(CancellationToken stopping)
    {
        for (var number = 0; ; number++)
        {
            var (me, failure) = await client.LogInAsync(stopping).ConfigureAwait(false);
            if (me is not null)
            {
                bot.ApplicationId = me.Id;
                if (me.BotId is { } id)
                    bot.UserId = id;
                return options.ApplicationId is { } configured && configured != me.Id ? WrongApplication(configured, me.Id) : null;
            }

            if (failure!.Kind is RestFailureKind.Unauthorised or RestFailureKind.Refused)
                return failure.ToError("Logging in to Discord");
            await PauseAsync(log, time, failure.ToError("Logging in to Discord"), number, stopping).ConfigureAwait(false);
        }
    }

    private async Task<Error?> RegisterAsync(CancellationToken stopping)
    {
        var done = await registrar.RunAsync(bot.ApplicationId, write: true, stopping).ConfigureAwait(false);
        if (done.IsSuccess)
            state.CommandsRegistered = true;
        else
            Log.NotRegistered(log, done.Error.Message);
        return done.Error is { Code: "discord-token-refused" or "discord-application-unknown" } ? done.Error : null;
    }

    private async Task<Error?> HoldAsync(CancellationToken stopping)
    {
        var fatal = await client.HoldAsync(events, stopping).ConfigureAwait(false);
        await events.FinishAsync(Farewell).ConfigureAwait(false);
        return fatal;
    }

    /// <summary>Waits after a failure, longer with each, and logs it.</summary>
    /// <param name="number">How many tries failed before.</param>
    internal static async Task PauseAsync(ILogger log, TimeProvider time, Error error, int number, CancellationToken stopping)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, number)));
        Log.TryingAgain(log, error.Message, (long)pause.TotalSeconds);
        await Task.Delay(pause, time, stopping).ConfigureAwait(false);
    }

    internal static Error WrongApplication(ulong configured, ulong actual) => new(
        "discord-application-mismatch",
        $"Discord:ApplicationId is {configured}, but the token belongs to application {actual}. Give the token and the id of the same application (page \"General Information\"), or leave the id out.",
        "Discord:ApplicationId");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "Discord is given up: {Why}")]
        public static partial void GivenUp(ILogger log, string why);

        [LoggerMessage(LogLevel.Error, "Discord: the commands are not registered. {Why}")]
        public static partial void NotRegistered(ILogger log, string why);

        [LoggerMessage(LogLevel.Warning, "{Why} Next try in {Seconds} s")]
        public static partial void TryingAgain(ILogger log, string why, long seconds);
    }
}
