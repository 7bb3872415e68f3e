using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Discord.Http;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests;

/// <summary>The bot in a host of its own, against the Discord for tests.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestBot(WebApplication app, FakeAssistant assistant) => (this.app, Assistant) = (app, assistant);

    public FakeAssistant Assistant { get; }

    public ConcurrentQueue<string> Log { get; private init; } = new();

    public GatewayHealth Health => app.Services.GetRequiredService<GatewayHealth>();

    public DiscordState State => app.Services.GetRequiredService<DiscordState>();

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.First());

    public static async Task<TestBot> StartAsync(TestDiscord discord, FakeAssistant? assistant = null, params (string Key, string Value)[] settings)
    {
        assistant ??= new FakeAssistant();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var log = new LogKeeper();
        builder.Logging.AddProvider(log);
        builder.Logging.AddFilter((category, level) => category?.StartsWith("QuitteXBot", StringComparison.Ordinal) == true && level >= LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var values = new Dictionary<string, string?>
        {
            ["Discord:Client"] = TestClient.Name,
            ["Discord:Token"] = discord.Token,
            ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl.AbsoluteUri,
            ["Discord:PublicKey"] = discord.PublicKey,
        };
        foreach (var (key, value) in settings)
            values[key] = value.Length == 0 ? null : value;
        builder.Configuration.AddInMemoryCollection(values);
        builder.Services.AddSingleton<IAssistant>(assistant);
        var errors = builder.Services.AddDiscord(builder.Configuration, assistant.Offered, TestClient.AddDiscordNet);
        Assert.Empty(errors);
        var app = builder.Build();
        app.MapDiscordInteractions();
        await app.StartAsync();
        return new TestBot(app, assistant) { Log = log.Lines };
    }

    /// <summary>Starts it and waits until it is connected and its commands are registered.</summary>
    public static async Task<TestBot> ConnectAsync(TestDiscord discord, FakeAssistant? assistant = null, params (string Key, string Value)[] settings)
    {
        var bot = await StartAsync(discord, assistant, settings);
        await discord.WaitForConnectionAsync();
        await Waiting.UntilAsync(() => bot.State.CommandsRegistered && bot.Health.IsHealthy, TimeSpan.FromSeconds(20), $"not ready: {string.Join('\n', bot.Log)}");
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private sealed class LogKeeper : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Keeper(Lines);

        public void Dispose()
        {
        }

        private sealed class Keeper(ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }
}
