namespace QuitteXBot.Ingestion.Dates;

/// <summary>Which year, week or day an incomplete date means: see <see cref="DateContext"/>.</summary>
internal static class YearRule
{
    // A weekday, day and month agree again after 11 years at most, or 12 around a century that is no leap year; 29 February after 40.
    private const int LongestCycle = 40;

    /// <summary>The day of that weekday, day and month nearest to what the text knows of its time.</summary>
    public static DateOnly? WithWeekday(DateContext context, DayOfWeek weekday, int month, int day)
    {
        if (context.Reference is { } reference)
            return Nearest(reference.Year);
        if (context.Years.Length == 0)
            return Candidates(DateContext.NetworkNamedX.Year).FirstOrDefault(date => date >= DateContext.NetworkNamedX) is { Year: > 1 } first ? first : null;
        // Of several years named the nearest to any of them; of equally near ones the latest.
        return context.Years.Select(Nearest).OfType<DateOnly>()
            .OrderBy(date => context.Years.Min(year => Math.Abs(year - date.Year))).ThenByDescending(date => date).Select(date => (DateOnly?)date).FirstOrDefault();

        DateOnly? Nearest(int year)
        {
            for (var distance = 0; distance <= LongestCycle; distance++)
            {
                if (Day(year + distance, month, day) is { } later && later.DayOfWeek == weekday)
                    return later;
                if (Day(year - distance, month, day) is { } earlier && earlier.DayOfWeek == weekday)
                    return earlier;
            }

            return null;
        }

        IEnumerable<DateOnly> Candidates(int from) =>
            Enumerable.Range(from, LongestCycle).Select(year => Day(year, month, day)).OfType<DateOnly>().Where(date => date.DayOfWeek == weekday);
    }

    /// <summary>The day of that day and month nearest to the reference, or to the text's other dates.</summary>
    public static DateOnly? NearestDay(DateContext context, int month, int day, Direction direction) =>
        (context.Reference ?? context.Anchor) is { } near
            ? Enumerable.Range(near.Year - 1, 3).Select(year => Day(year, month, day)).OfType<DateOnly>()
                .Where(date => direction switch
                {
                    Direction.Past => date <= near,
                    Direction.Future => date >= near,
                    _ => true,
                })
                .OrderBy(date => Math.Abs(date.DayNumber - near.DayNumber)).Select(date => (DateOnly?)date).FirstOrDefault()
            : null;

    /// <summary>The year of a month named alone: the nearest to the reference; before or after it where the text says so.</summary>
    public static int? OfMonth(DateContext context, int month, Direction direction)
    {
        if ((context.Reference ?? context.Anchor) is not { } near)
            return null;
        var months = (near.Year * 12) + near.Month - 1;
        var offset = (((month - near.Month) % 12) + 12) % 12;
        var next = months + offset;
        return direction switch
        {
            Direction.Past => (next - 12) / 12,
            Direction.Future => (offset == 0 ? next + 12 : next) / 12,
            _ => (offset > 6 ? next - 12 : next) / 12,
        };
    }

    /// <summary>A weekday near the reference day.</summary>
    public static DateOnly? OfWeekday(DateContext context, DayOfWeek weekday, Direction direction)
    {
        if (context.Reference is not { } near)
            return null;
        var ahead = (((int)weekday - (int)near.DayOfWeek) + 7) % 7;
        return near.AddDays(direction switch
        {
            Direction.Past => ahead == 0 ? -7 : ahead - 7,
            Direction.PastOrSame => ahead == 0 ? 0 : ahead - 7,
            Direction.Future => ahead == 0 ? 7 : ahead,
            _ => ahead > 3 ? ahead - 7 : ahead,
        });
    }

    /// <summary>A weekday with the day of the month, "mardi 21": the nearest to the reference where both agree.</summary>
    public static DateOnly? OfWeekdayAndDay(DateContext context, DayOfWeek weekday, int day)
    {
        if ((context.Reference ?? context.Anchor) is not { } near)
            return null;
        for (var distance = 0; distance <= 62; distance++)
        {
            foreach (var date in new[] { near.AddDays(distance), near.AddDays(-distance) })
            {
                if (date.Day == day && date.DayOfWeek == weekday)
                    return date;
            }
        }

        return null;
    }

    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}

/// <summary>On which side of the reference a date lies.</summary>
internal enum Direction
{
    Nearest,
    Past,
    PastOrSame,
    Future,
}
