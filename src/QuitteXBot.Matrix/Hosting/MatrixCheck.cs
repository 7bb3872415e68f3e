using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Hosting;

/// <summary>One thing that was looked at.</summary>
/// <param name="Subject"><c>configuration</c>, <c>homeserver</c>, <c>account</c>, <c>rooms</c>.</param>
/// <param name="Finding">What was found, or what to mend.</param>
public sealed record MatrixCheckLine(string Subject, bool IsGood, string Finding);

/// <summary>Looks whether the bot could run with these options, for <c>quittexbot matrix check</c>. Sends nothing into any room.</summary>
public static class MatrixCheck
{
    /// <summary>Every finding up to the first thing that is wrong; all is well when the last one is good.</summary>
    public static async Task<IReadOnlyList<MatrixCheckLine>> RunAsync(MatrixOptions options, CancellationToken cancellationToken)
    {
        using var http = MatrixHttp.Create(options.Homeserver);
        return await RunAsync(options, http, TimeProvider.System, cancellationToken);
    }

    internal static async Task<IReadOnlyList<MatrixCheckLine>> RunAsync(MatrixOptions options, HttpClient http, TimeProvider time, CancellationToken cancellationToken)
    {
        var lines = new List<MatrixCheckLine>();
        var faults = MatrixOptionsValidator.Validate(options);
        if (faults.Count > 0)
            return [.. faults.Select(fault => Bad("configuration", fault))];
        lines.Add(new("configuration", true, "complete"));

        var transport = new MatrixTransport(http, time, NullLogger<MatrixTransport>.Instance);
        var versions = await new HomeserverDiscovery(transport, time).FindAsync(options.Homeserver!, Patience.Once, cancellationToken);
        if (!versions.IsSuccess)
            return [.. lines, Bad("homeserver", versions.Error)];
        lines.Add(new("homeserver", true, $"{MatrixErrors.Place(transport.Address)}, specification {versions.Value[^1]}"));

        using var login = new MatrixLogin(transport, options);
        var session = await login.OpenAsync(Patience.Once, cancellationToken);
        if (!session.IsSuccess)
            return [.. lines, Bad("account", session.Error)];
        lines.Add(new("account", true, $"{session.Value.UserId}, device {session.Value.DeviceId}"));

        var rooms = await new MatrixApi(transport).CountRoomsAsync(cancellationToken);
        lines.Add(rooms.IsSuccess ? new("rooms", true, $"{rooms.Value} joined") : Bad("rooms", rooms.Error));
        return lines;
    }

    private static MatrixCheckLine Bad(string subject, Error error) => new(subject, false, error.ToString());
}
