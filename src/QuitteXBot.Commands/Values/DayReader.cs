using QuitteXBot.Core.Dates;

namespace QuitteXBot.Commands.Values;

/// <summary>Reads one date as people write it: <c>2025-01-20</c>, <c>20/01/2025</c>, «20 janvier 2025», <c>2025-01</c>, <c>2025</c>.</summary>
internal static class DayReader
{
    public static PartialDate? Find(string text, DateOnly today) =>
        PartialDate.TryParse(text.Trim(), out var date) ? date
        : PeriodReader.Find(text, today) is { From: { } from, To: { } to } && from == to ? from
        : null;
}
