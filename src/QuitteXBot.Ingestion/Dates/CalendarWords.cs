using System.Collections.Frozen;

namespace QuitteXBot.Ingestion.Dates;

/// <summary>The words of the calendar in French and English, folded.</summary>
internal static class CalendarWords
{
    public static FrozenDictionary<string, int> Months { get; } = new Dictionary<string, int>
    {
        ["janvier"] = 1, ["janv"] = 1, ["january"] = 1, ["jan"] = 1,
        ["fevrier"] = 2, ["fevr"] = 2, ["fev"] = 2, ["february"] = 2, ["feb"] = 2,
        ["mars"] = 3, ["march"] = 3,
        ["avril"] = 4, ["avr"] = 4, ["april"] = 4, ["apr"] = 4,
        ["mai"] = 5, ["may"] = 5,
        ["juin"] = 6, ["june"] = 6, ["jun"] = 6,
        ["juillet"] = 7, ["juil"] = 7, ["july"] = 7, ["jul"] = 7,
        ["aout"] = 8, ["august"] = 8, ["aug"] = 8,
        ["septembre"] = 9, ["september"] = 9, ["sept"] = 9, ["sep"] = 9,
        ["octobre"] = 10, ["october"] = 10, ["oct"] = 10,
        ["novembre"] = 11, ["november"] = 11, ["nov"] = 11,
        ["decembre"] = 12, ["december"] = 12, ["dec"] = 12,
    }.ToFrozenDictionary();

    /// <summary>Months that are common words too: a month only where a day, a year or a preposition says so.</summary>
    public static FrozenSet<string> Ambiguous { get; } = new[] { "mars", "march", "may", "mai", "august", "jan", "jun", "dec", "avr", "sep", "nov" }.ToFrozenSet();

    public static FrozenDictionary<string, DayOfWeek> Weekdays { get; } = new Dictionary<string, DayOfWeek>
    {
        ["lundi"] = DayOfWeek.Monday, ["monday"] = DayOfWeek.Monday,
        ["mardi"] = DayOfWeek.Tuesday, ["tuesday"] = DayOfWeek.Tuesday,
        ["mercredi"] = DayOfWeek.Wednesday, ["wednesday"] = DayOfWeek.Wednesday,
        ["jeudi"] = DayOfWeek.Thursday, ["thursday"] = DayOfWeek.Thursday,
        ["vendredi"] = DayOfWeek.Friday, ["friday"] = DayOfWeek.Friday,
        ["samedi"] = DayOfWeek.Saturday, ["saturday"] = DayOfWeek.Saturday,
        ["dimanche"] = DayOfWeek.Sunday, ["sunday"] = DayOfWeek.Sunday,
    }.ToFrozenDictionary();

    /// <summary>Parts of a year that leave the year as the date.</summary>
    public static FrozenSet<string> Seasons { get; } =
        new[] { "printemps", "ete", "automne", "hiver", "annee", "rentree", "spring", "summer", "autumn", "winter", "year" }.ToFrozenSet();
}
