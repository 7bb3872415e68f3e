using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Hosting;

/// <summary>Runs the Matrix platform with the host. When it cannot go on, it says why and ends; <see cref="MatrixStatus"/> tells it to whoever runs the host.</summary>
internal sealed partial class MatrixService(
    MatrixOptions options, IAssistant assistant, MatrixStatus status, MatrixAnnouncer announcer, TimeProvider time, ILoggerFactory loggers) : BackgroundService
{
    private readonly ILogger logger = loggers.CreateLogger<MatrixService>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start must not wait for a homeserver.
        await Task.Yield();
        var fault = await new MatrixPlatform(options, assistant, status, announcer, time, loggers).RunAsync(stoppingToken);
        LogGivenUp(fault);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Matrix is given up: {Fault}")]
    private partial void LogGivenUp(Core.Results.Error fault);
}
