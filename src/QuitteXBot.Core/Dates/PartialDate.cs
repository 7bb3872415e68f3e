using System.Globalization;

namespace QuitteXBot.Core.Dates;

/// <summary>
/// A year, a month or a day of the Gregorian calendar: as precise as what was recorded, never more.
/// Written as in ISO 8601 (reduced precision): <c>2025</c>, <c>2025-01</c>, <c>2025-01-20</c>.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(int year, int month, int day) => (Year, MonthNumber, DayNumber) = (year, month, day);

    public int Year { get; }

    public int? Month => MonthNumber == 0 ? null : MonthNumber;

    public int? Day => DayNumber == 0 ? null : DayNumber;

    /// <summary>The first day that the date may stand for.</summary>
    public DateOnly First => new(Year, Math.Max(1, MonthNumber), Math.Max(1, DayNumber));

    /// <summary>The last day that the date may stand for.</summary>
    public DateOnly Last =>
        DayNumber != 0 ? First
        : MonthNumber != 0 ? new DateOnly(Year, MonthNumber, DateTime.DaysInMonth(Year, MonthNumber))
        : new DateOnly(Year, 12, 31);

    private int MonthNumber { get; }

    private int DayNumber { get; }

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    public static PartialDate OfYear(int year) => new(year, 0, 0);

    public static PartialDate OfMonth(int year, int month) => new(year, month, 0);

    public static PartialDate OfDay(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; anything else, or a day that does not exist, is refused.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            date = OfDay(day);
        else if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            date = OfMonth(month.Year, month.Month);
        else if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
            date = OfYear(year.Year);
        else
            return false;
        return true;
    }

    /// <summary>By first day; of two that begin on the same day the more precise one comes first.</summary>
    public int CompareTo(PartialDate other)
    {
        var byFirst = First.CompareTo(other.First);
        return byFirst != 0 ? byFirst : Last.CompareTo(other.Last);
    }

    public override string ToString() =>
        DayNumber != 0 ? First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : MonthNumber != 0 ? First.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : Year.ToString("0000", CultureInfo.InvariantCulture);
}
