using System.Text.Json;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Matrix.Client;

/// <summary>
/// Finds the homeserver behind what the configuration names and asks which versions it speaks.
/// https://spec.matrix.org/latest/client-server-api/#server-discovery
/// </summary>
internal sealed class HomeserverDiscovery(MatrixTransport transport, TimeProvider time)
{
    private const int Attempts = 4;

    /// <summary>
    /// Sets the transport's address and returns the versions. A homeserver that is down is waited for where
    /// <paramref name="patience"/> allows it; one that answers something else than Matrix, several times, is an error.
    /// </summary>
    public async Task<Result<IReadOnlyList<string>>> FindAsync(string homeserver, Patience patience, CancellationToken cancellationToken)
    {
        var isAddress = homeserver.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(isAddress ? homeserver : "https://" + homeserver, UriKind.Absolute, out var named))
            return Not(homeserver);
        for (var failures = 0; ; failures++)
        {
            var found = await TryAsync(named, isAddress, cancellationToken);
            if (found.Result.IsSuccess)
                return found.Result;
            if (patience == Patience.Once || (!found.Transient && failures >= Attempts - 1))
                return found.Result;
            await Task.Delay(found.RetryAfter ?? Backoff.After(failures, Random.Shared.NextDouble()), time, cancellationToken);
        }
    }

    /// <summary>An address is tried as it is, then as the name of a server; a name the other way round.</summary>
    private async Task<Attempt<IReadOnlyList<string>>> TryAsync(Uri named, bool isAddress, CancellationToken cancellationToken)
    {
        var first = isAddress ? named : await WellKnownAsync(named, cancellationToken) ?? named;
        var versions = await VersionsAsync(first, cancellationToken);
        if (versions.Result.IsSuccess || versions.Transient || !isAddress)
            return versions;
        var delegated = await WellKnownAsync(named, cancellationToken);
        return delegated is null || delegated == first ? versions : await VersionsAsync(delegated, cancellationToken);
    }

    private async Task<Attempt<IReadOnlyList<string>>> VersionsAsync(Uri address, CancellationToken cancellationToken)
    {
        transport.Address = address;
        var attempt = await transport.TryAsync(Request("/_matrix/client/versions"), ParseAsync, null, cancellationToken);
        if (attempt.Result.Error is { } error)
        {
            // A proxy in front of a homeserver that is down answers 502 or 503: that passes. Anything else that is not Matrix will not.
            var passes = attempt.Transient && error.Code is not (MatrixErrors.Garbage or MatrixErrors.TooLarge);
            return passes
                ? new(error, Transient: true, attempt.RetryAfter)
                : new(Not(MatrixErrors.Place(address)));
        }

        using var document = attempt.Result.Value!;
        var versions = document.RootElement.Array("versions")
            .Where(version => version.ValueKind == JsonValueKind.String).Select(version => version.GetString()!).Take(1000).ToList();
        return versions.Count == 0 ? new(Not(MatrixErrors.Place(address))) : new((Result<IReadOnlyList<string>>)versions);
    }

    private async Task<Uri?> WellKnownAsync(Uri server, CancellationToken cancellationToken)
    {
        transport.Address = server;
        var attempt = await transport.TryAsync(Request("/.well-known/matrix/client"), ParseAsync, null, cancellationToken);
        if (!attempt.Result.IsSuccess)
            return null;
        using var document = attempt.Result.Value;
        var address = document.RootElement.Object("m.homeserver")?.Text("base_url");
        return Uri.TryCreate(address, UriKind.Absolute, out var found) && found.Scheme is "https" or "http" ? found : null;
    }

    private static MatrixRequest Request(string path) =>
        new(HttpMethod.Get, path) { Authenticated = false, Timeout = TimeSpan.FromSeconds(20), Limit = 1 << 16 };

    private static async ValueTask<JsonDocument> ParseAsync(Stream body, CancellationToken cancellationToken) =>
        await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);

    private static Error Not(string place) =>
        new(MatrixErrors.NotMatrix, "No Matrix homeserver answers there; set Matrix:Homeserver to its address, for example https://matrix.example.org.", place);
}
