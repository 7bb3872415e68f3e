namespace QuitteXBot.Ingestion.Dates;

/// <summary>Names of the ways a date is read, as <see cref="FoundDate.Rule"/> has them.</summary>
internal static class DateRules
{
    public const string Full = "full";
    public const string WeekdayAndDay = "weekday-and-day";
    public const string DayAndMonth = "day-and-month";
    public const string Month = "month";
    public const string Year = "year";
    public const string Weekday = "weekday";
    public const string Relative = "relative";
}
