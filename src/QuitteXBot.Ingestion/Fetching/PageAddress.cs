using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using QuitteXBot.Core.Fetching;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>
/// An address that may be asked for, by its spelling. Read strictly (RFC 3986): what one program takes for the host and another for a path
/// (backslashes, encoded hosts, user names) is refused, not mended.
/// </summary>
internal sealed record PageAddress
{
    private const int LongestAddress = 2_000;

    private PageAddress(Uri uri, string host) => (Uri, Host) = (uri, host);

    public Uri Uri { get; }

    /// <summary>A name in ASCII without the dot at its end, or an address.</summary>
    public string Host { get; }

    public static bool TryRead(string text, FetchOptions options, [NotNullWhen(true)] out PageAddress? address, [NotNullWhen(false)] out FetchRefusal? refusal)
    {
        text = text.Trim();
        var host = "";
        var fault = Refuse(text, options, out var uri);
        fault ??= RefuseHost(uri!, out host);
        refusal = fault is { } found ? new FetchRefusal(found.Reason, found.Message, text.Length <= LongestAddress ? text : text[..LongestAddress]) : null;
        address = refusal is null ? new PageAddress(uri!, host) : null;
        return refusal is null;
    }

    /// <summary>Where a redirect leads to, seen from this address; null where that cannot be told.</summary>
    public string? Follow(string location)
    {
        location = location.Trim();
        if (location.Length is 0 or > LongestAddress || location.Contains('\\'))
            return null;
        if (SchemeOf(location) is not null)
            return location;
        return Uri.TryCreate(Uri, location, out var target) ? target.AbsoluteUri : null;
    }

    private static (FetchRefusalReason Reason, string Message)? Refuse(string text, FetchOptions options, out Uri? uri)
    {
        uri = null;
        if (text.Length is 0 or > LongestAddress)
            return (FetchRefusalReason.InvalidAddress, $"An address has 1 to {LongestAddress} characters.");
        if (text.Any(IsNoPart))
            return (FetchRefusalReason.InvalidAddress, "The address has spaces, control characters or backslashes.");
        if (SchemeOf(text) is not { } scheme)
            return (FetchRefusalReason.InvalidAddress, "The address is not whole: it begins with https://.");
        if (scheme != "https" && (scheme != "http" || !options.AllowHttp))
            return (FetchRefusalReason.Scheme, $"Addresses of '{scheme}:' are not read, only those of https{(options.AllowHttp ? " and http" : "")}.");
        var authority = Authority(text[(scheme.Length + 1)..]);
        if (authority.Length == 0)
            return (FetchRefusalReason.InvalidAddress, "The address names no host.");
        if (authority.Contains('@'))
            return (FetchRefusalReason.UserInfo, "The address has a user name before the host.");
        if (authority.Contains('%') || !authority.All(HostRules.IsLatin))
            return (FetchRefusalReason.DeceptiveHost, "The host is encoded, or written in letters that look like others.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out uri) || uri.UserInfo.Length > 0)
            return (FetchRefusalReason.InvalidAddress, "The address is none of the web.");
        var port = uri.Port;
        return uri.IsDefaultPort || options.AllowedEndPoints.Any(allowed => allowed.Port == port)
            ? null
            : (FetchRefusalReason.Port, $"The port {port} is not the one of {scheme}.");
    }

    private static (FetchRefusalReason Reason, string Message)? RefuseHost(Uri uri, out string host)
    {
        host = uri.IdnHost.TrimEnd('.');
        if (IPAddress.TryParse(host, out var address))
        {
            host = address.ToString();
            return null;
        }

        return uri.HostNameType == UriHostNameType.Dns && host.Length is > 0 and <= 253
            ? HostRules.Refuse(host)
            : (FetchRefusalReason.InvalidAddress, "The address names no host.");
    }

    private static bool IsNoPart(char unit) =>
        unit == '\\' || char.IsControl(unit) || char.IsWhiteSpace(unit) || char.GetUnicodeCategory(unit) == UnicodeCategory.Format;

    private static string? SchemeOf(string text)
    {
        var end = text.IndexOfAny([':', '/', '?', '#']);
        if (end <= 0 || text[end] != ':' || !char.IsAsciiLetter(text[0]))
            return null;
        var scheme = text[..end];
        return scheme.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '+' or '-' or '.') ? scheme.ToLowerInvariant() : null;
    }

    private static string Authority(string rest)
    {
        if (!rest.StartsWith("//", StringComparison.Ordinal))
            return "";
        var end = rest.IndexOfAny(['/', '?', '#'], 2);
        return end < 0 ? rest[2..] : rest[2..end];
    }
}
