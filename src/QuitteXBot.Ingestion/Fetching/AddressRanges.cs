using System.Net;
using System.Net.Sockets;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>
/// Addresses that are no public host of the internet: IANA's registries of special-purpose addresses
/// (https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry) and the
/// addresses at which clouds tell a machine its secrets.
/// </summary>
internal static class AddressRanges
{
    private static readonly (IPNetwork Network, string Name)[] Version4 =
    [
        Range("0.0.0.0/8", "this network"),
        Range("10.0.0.0/8", "private"),
        Range("100.64.0.0/10", "shared by a provider's customers"),
        Range("127.0.0.0/8", "loopback"),
        Range("168.63.129.16/32", "metadata of a cloud"),
        Range("169.254.0.0/16", "link-local, metadata of clouds"),
        Range("172.16.0.0/12", "private"),
        Range("192.0.0.0/24", "protocol assignments"),
        Range("192.0.2.0/24", "documentation"),
        Range("192.31.196.0/24", "AS112"),
        Range("192.52.193.0/24", "AMT"),
        Range("192.88.99.0/24", "6to4 relay"),
        Range("192.168.0.0/16", "private"),
        Range("192.175.48.0/24", "AS112"),
        Range("198.18.0.0/15", "benchmarks"),
        Range("198.51.100.0/24", "documentation"),
        Range("203.0.113.0/24", "documentation"),
        Range("224.0.0.0/4", "multicast"),
        Range("255.255.255.255/32", "broadcast"),
        Range("240.0.0.0/4", "reserved"),
    ];

    private static readonly (IPNetwork Network, string Name)[] Version6 =
    [
        Range("::/128", "unspecified"),
        Range("::1/128", "loopback"),
        Range("::/96", "IPv4-compatible"),
        Range("64:ff9b::/96", "NAT64"),
        Range("64:ff9b:1::/48", "NAT64"),
        Range("100::/64", "discard"),
        Range("2001::/32", "Teredo"),
        Range("2001:2::/48", "benchmarks"),
        Range("2001::/23", "protocol assignments"),
        Range("2001:db8::/32", "documentation"),
        Range("2002::/16", "6to4"),
        Range("2620:4f:8000::/48", "AS112"),
        Range("3fff::/20", "documentation"),
        Range("5f00::/16", "segment routing"),
        Range("fc00::/7", "unique local, metadata of clouds"),
        Range("fe80::/10", "link-local"),
        Range("fec0::/10", "site-local"),
        Range("ff00::/8", "multicast"),
    ];

    /// <summary>All that is given out for public hosts.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>What kind of address it is, where it is none of a public host; else null.</summary>
    public static string? WhyForbidden(IPAddress address)
    {
        // .NET's networks compare these as the IPv4 addresses that they hide; nothing public is reached by them that is not reached without.
        if (address.IsIPv4MappedToIPv6)
            return "IPv4-mapped";
        var version6 = address.AddressFamily == AddressFamily.InterNetworkV6;
        foreach (var (network, name) in version6 ? Version6 : Version4)
        {
            if (network.Contains(address))
                return name;
        }

        return version6 && !GlobalUnicast.Contains(address) ? "reserved" : null;
    }

    private static (IPNetwork Network, string Name) Range(string network, string name) => (IPNetwork.Parse(network), name);
}
