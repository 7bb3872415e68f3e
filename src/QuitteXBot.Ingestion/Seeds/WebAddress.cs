namespace QuitteXBot.Ingestion.Seeds;

/// <summary>Addresses of the web, as sources are cited by them.</summary>
internal static class WebAddress
{
    public static bool IsValid(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && text.All(unit => unit > ' ');

    /// <summary>The host without <c>www.</c>: what stands for the outlet's name where only the address is known.</summary>
    public static string Host(string address)
    {
        var host = new Uri(address).Host;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
