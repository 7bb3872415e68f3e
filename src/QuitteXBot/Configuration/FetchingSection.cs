using System.Collections.Immutable;
using System.Net;
using QuitteXBot.Core.Results;
using QuitteXBot.Ingestion.Fetching;

namespace QuitteXBot.Configuration;

/// <summary>The section <c>Fetching</c>: which pages may be read when a moderator names their address.</summary>
internal static class FetchingSection
{
    public static FetchOptions Read(SectionReader section, List<Error> errors)
    {
        var endPoints = ImmutableArray.CreateBuilder<IPEndPoint>();
        foreach (var text in section.List("AllowedEndPoints"))
        {
            if (IPEndPoint.TryParse(text, out var endPoint) && endPoint.Port > 0)
                endPoints.Add(endPoint);
            else
                errors.Add(new Error("configuration-invalid", "must be an address with its port: 192.0.2.1:8080 or [2001:db8::1]:8080.", "Fetching:AllowedEndPoints"));
        }

        return new FetchOptions
        {
            AllowHttp = section.Choice("AllowHttp", "false", ["false", "true"]) == "true",
            AllowedEndPoints = endPoints.ToImmutable(),
        };
    }
}
