using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Hosting;

/// <summary>Runs the Matrix platform with the host. When it cannot go on, it says why and stops the program with exit code 1.</summary>
internal sealed partial class MatrixService(
    MatrixOptions options, IAssistant assistant, MatrixStatus status, TimeProvider time, ILoggerFactory loggers, IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly ILogger logger = loggers.CreateLogger<MatrixService>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start must not wait for a homeserver.
        await Task.Yield();
        var error = await new MatrixPlatform(options, assistant, status, time, loggers).RunAsync(stoppingToken);
        LogStopped(error);
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Matrix: {Fault}")]
    private partial void LogStopped(Core.Results.Error fault);
}
