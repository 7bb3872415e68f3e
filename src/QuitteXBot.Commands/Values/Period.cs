using QuitteXBot.Core.Dates;

namespace QuitteXBot.Commands.Values;

/// <summary>A stretch of time as precise as it was asked for; null is open. Written <c>2025-01</c>, <c>2024..2025-01</c>, <c>2024..</c>, <c>..2025</c>.</summary>
internal sealed record Period(PartialDate? From, PartialDate? To)
{
    public DateOnly? FirstDay => From?.First;

    public DateOnly? LastDay => To?.Last;

    public static Period Of(PartialDate date) => new(date, date);

    public static bool TryParse(string text, out Period period)
    {
        period = new Period(null, null);
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            if (!PartialDate.TryParse(text.Trim(), out var date))
                return false;
            period = Of(date);
            return true;
        }

        if (!TryParseEnd(text[..dots], out var from) || !TryParseEnd(text[(dots + 2)..], out var to) || (from is null && to is null))
            return false;
        if (from?.First > to?.Last)
            return false;
        period = new Period(from, to);
        return true;
    }

    public override string ToString() => From is { } from && To is { } to && from == to ? from.ToString() : $"{From}..{To}";

    private static bool TryParseEnd(string text, out PartialDate? date)
    {
        date = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!PartialDate.TryParse(text.Trim(), out var parsed))
            return false;
        date = parsed;
        return true;
    }
}
