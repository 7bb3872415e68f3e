using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>What may be fetched, how much of it, and how long it may take.</summary>
public sealed record FetchOptions
{
    /// <summary>Whether addresses without encryption are read too, and redirects to them followed.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>
    /// Servers that are no public ones and may be reached all the same, each named by its address and port: a test's own, or one of the intranet.
    /// </summary>
    public ImmutableArray<IPEndPoint> AllowedEndPoints { get; init; } = [];

    /// <summary>Of a page, as sent and decompressed. A long article has 300 kB with its markup.</summary>
    public int LargestBytes { get; init; } = 5_000_000;

    /// <summary>Of an answer's header.</summary>
    public int LargestHeaderKibibytes { get; init; } = 32;

    public int MostRedirects { get; init; } = 5;

    /// <summary>For everything: names, redirects, reading.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the next sign of life: a name's address, an answer's header, more of its body.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one of a name's addresses, before the next one is tried.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How the bot names itself to servers.</summary>
    public string UserAgent { get; init; } = "QuitteXBot/0.1 (citation check)";

    /// <summary>Roots to trust instead of the system's, for tests.</summary>
    internal X509Certificate2Collection? TrustedRoots { get; init; }
}
