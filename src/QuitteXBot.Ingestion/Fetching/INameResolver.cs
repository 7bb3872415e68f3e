using System.Net;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>Names → addresses.</summary>
public interface INameResolver
{
    /// <summary>All addresses of the name; none where it does not exist.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
