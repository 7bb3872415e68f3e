using System.Collections.Immutable;
using System.Net;
using QuitteXBot.Core.Fetching;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>
/// Finds the addresses of a host and lets only public ones pass. A name of which one address is forbidden is refused whole: no site of the press
/// has such a name, and who connects may not be left to chance. What is returned is what the connection is made to: nobody asks for the name again.
/// </summary>
internal sealed class HostGuard(INameResolver resolver, FetchOptions options)
{
    public async Task<(ImmutableArray<IPEndPoint> EndPoints, FetchRefusal? Refusal)> AdmitAsync(PageAddress page, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(page.Host, out var literal)
            ? [literal]
            : await resolver.ResolveAsync(page.Host, cancellationToken).ConfigureAwait(false);
        var url = page.Uri.AbsoluteUri;
        if (addresses.Count == 0)
            return ([], new FetchRefusal(FetchRefusalReason.UnknownHost, $"There is no host '{page.Host}'.", url));
        var endPoints = addresses.Distinct().Select(address => new IPEndPoint(address, page.Uri.Port)).ToImmutableArray();
        foreach (var endPoint in endPoints)
        {
            if (!options.AllowedEndPoints.Contains(endPoint) && AddressRanges.WhyForbidden(endPoint.Address) is { } kind)
            {
                return ([], new FetchRefusal(
                    FetchRefusalReason.ForbiddenAddress, $"The host '{page.Host}' has the address {endPoint.Address}, which is no public one ({kind}).", url));
            }
        }

        return (endPoints, null);
    }
}
