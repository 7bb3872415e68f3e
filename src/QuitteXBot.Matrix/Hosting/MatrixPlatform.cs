using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Hosting;

/// <summary>The Matrix platform, for a host that is not Microsoft's; see <see cref="MatrixRegistration"/> for one that is.</summary>
public sealed class MatrixPlatform(MatrixOptions options, IAssistant assistant, MatrixStatus status, MatrixAnnouncer announcer, TimeProvider time, ILoggerFactory loggers)
{
    /// <summary>Runs until it is cancelled, or until nothing will work before somebody mends what the error says.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public async Task<Error> RunAsync(CancellationToken cancellationToken)
    {
        using var http = MatrixHttp.Create(options.Homeserver);
        return await new MatrixBot(options, assistant, status, announcer, time, loggers, http).RunAsync(cancellationToken);
    }
}
