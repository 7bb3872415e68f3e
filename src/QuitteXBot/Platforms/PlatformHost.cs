using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuitteXBot.Announcing;
using QuitteXBot.Cli;
using QuitteXBot.Commands.Announcing;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Composition;
using QuitteXBot.Discord;
using QuitteXBot.Discord.Http;
using QuitteXBot.Maintenance;
using QuitteXBot.Matrix.Hosting;

namespace QuitteXBot.Platforms;

/// <summary>Every configured platform in one host, until the process is told to stop or the last platform is given up for good.</summary>
internal static class PlatformHost
{
    private const string DefaultUrls = "http://127.0.0.1:8080";
    private const string AnyFreePort = "http://127.0.0.1:0";

    public static bool HasDiscord(IConfiguration configuration) =>
        configuration["Discord:Token"] is { Length: > 0 } || configuration["Discord:PublicKey"] is { Length: > 0 };

    public static async Task<int> RunAsync(CliSession session, Bot bot, IConfiguration configuration, CancellationToken cancellationToken)
    {
        bot.Serve();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddProvider(bot.Errors);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls(configuration["Web:Urls"] is { Length: > 0 } urls ? urls : HasDiscord(configuration) ? DefaultUrls : AnyFreePort);
        builder.Services.AddSingleton<IAssistant>(bot.Assistant);
        if (bot.Options.Matrix is { } matrix)
            builder.Services.AddMatrix(matrix);
        if (HasDiscord(configuration))
        {
            var errors = builder.Services.AddDiscord(configuration, CommandCatalogue.All, DiscordNetClient.Add);
            foreach (var error in errors)
                session.Report(error);
            if (!errors.IsEmpty)
                return ExitCode.Failed;
        }

        if (bot.Desk is { } desk)
        {
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddSingleton(desk.Announcements);
            builder.Services.AddSingleton(new AnnouncementWriter(bot.Knowledge, desk.Store));
            builder.Services.AddHostedService<AnnouncementWorker>();
            builder.Services.AddSingleton(bot.Options.Maintenance);
            builder.Services.AddSingleton(desk.Maintenance!);
            builder.Services.AddHostedService<Schedule>();
        }

        await using var app = builder.Build();
        if (HasDiscord(configuration))
            app.MapDiscordInteractions();
        var health = new PlatformHealth(app.Services.GetService<DiscordState>(), app.Services.GetService<MatrixStatus>());
        if (bot.Maintainer is { } maintainer)
            maintainer.Platforms = health.States;
        app.MapGet("/health", health.Answer);
        await app.StartAsync(cancellationToken);
        _ = StopWithTheLastPlatformAsync(app, health);
        await app.WaitForShutdownAsync(cancellationToken);
        return health.IsAnyGivenUp ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>A platform that is given up leaves the others running.</summary>
    private static async Task StopWithTheLastPlatformAsync(WebApplication app, PlatformHealth health)
    {
        var platforms = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Where(service => service is not AnnouncementWorker and not Schedule).Select(platform => platform.ExecuteTask ?? Task.CompletedTask);
        await Task.WhenAll(platforms).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (health.AreAllGivenUp)
            app.Lifetime.StopApplication();
    }
}
