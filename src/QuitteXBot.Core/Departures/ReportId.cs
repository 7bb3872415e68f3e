using System.Globalization;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Departures;

/// <summary>Stable ids of reports: <c>d</c> and 12 hexadecimal digits of the SHA-256 of who, action and citation.</summary>
public static class ReportId
{
    /// <param name="who">The organisation's id, or the person's name behind <c>person:</c>.</param>
    public static string Of(string who, DepartureAction action, Citation citation)
    {
        var place = citation.SourceId.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{citation.SourceId}:{citation.Start}:{citation.End}")
            : citation.Url ?? $"{citation.Outlet}|{citation.Published}";
        return "d" + TextHash.Of($"{who}|{action.ToString().ToLowerInvariant()}|{place}")[..12];
    }
}
