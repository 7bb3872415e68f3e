using System.Globalization;
using QuitteXBot.Core.Fetching;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>Which names of hosts may be asked for. What their addresses are is another matter: <see cref="HostGuard"/>.</summary>
internal static class HostRules
{
    /// <summary>Names that no public host has: RFC 6761, RFC 6762, RFC 7686, RFC 8375, and ICANN's list of names in private use.</summary>
    private static readonly string[] LocalEndings =
        ["localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "mail", "private", "home.arpa", "onion", "test", "invalid"];

    private static readonly IdnMapping Names = new();

    /// <param name="host">A name, not an address; in ASCII, without the dot at the end.</param>
    public static (FetchRefusalReason Reason, string Message)? Refuse(string host)
    {
        if (!host.Contains('.') || Array.Exists(LocalEndings, ending => EndsWith(host, ending)))
            return (FetchRefusalReason.LocalHost, $"The host '{host}' is no public name of the internet.");
        foreach (var label in host.Split('.'))
        {
            if (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) && !IsLatin(label))
                return (FetchRefusalReason.DeceptiveHost, $"The host '{host}' is written in letters that look like others, or in another script than the Latin one.");
        }

        return null;
    }

    /// <summary>
    /// ASCII, and the accented Latin letters. Letters of other scripts (a Cyrillic "о"), full-width digits and circled letters only look like these;
    /// the sources are French and English, so that nothing is lost without them.
    /// </summary>
    public static bool IsLatin(char unit) => unit is > ' ' and < '\u007f' or >= 'À' and <= 'ɏ' and not ('×' or '÷') or >= 'Ḁ' and <= 'ỿ';

    private static bool EndsWith(string host, string ending) =>
        host.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && (host.Length == ending.Length || host[^(ending.Length + 1)] == '.');

    private static bool IsLatin(string label)
    {
        try
        {
            return Names.GetUnicode(label).All(IsLatin);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
