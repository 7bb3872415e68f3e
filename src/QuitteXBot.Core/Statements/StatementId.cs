using System.Globalization;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Core.Statements;

/// <summary>Stable ids: the first 12 hexadecimal digits of the SHA-256 of <c>source:start:end</c>, behind <c>s</c>.</summary>
public static class StatementId
{
    public static string Of(string sourceId, int start, int end) =>
        "s" + TextHash.Of(string.Create(CultureInfo.InvariantCulture, $"{sourceId}:{start}:{end}"))[..12];
}
