using QuitteXBot.Core.Dates;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Dates;

/// <summary>Dates said from the day of publication: "hier", "lundi dernier", "le mois prochain", and years after a preposition.</summary>
internal static class RelativeDates
{
    public static DateReader.Reading? At(WordList words, int index, DateContext context)
    {
        switch (words.At(index))
        {
            case "hier" or "yesterday":
                return Day(context, words.Matches(index - 1, "avant", "hier") ? -2 : -1, index + 1);
            case "aujourd" when words.Matches(index, "aujourd", "hui"):
                return Day(context, 0, index + 2);
            case "today":
                return Day(context, 0, index + 1);
            case "demain" or "tomorrow":
                return Day(context, words.Matches(index - 1, "apres", "demain") ? 2 : 1, index + 1);
            case "jour" or "jourd" or "matin" or "soir" or "midi" or "morning" or "evening" when words.Adjoins(index - 1) && words.At(index - 1) is "ce" or "this":
                return Day(context, 0, index + 1);
            case "mois" or "month":
                return Month(words, index, context);
            case "an" or "annee" or "year":
                return Year(words, index, context);
            default:
                return DateReader.Year(words, index) is { } year && YearIntroduced(words, index)
                    ? new DateReader.Reading(PartialDate.OfYear(year), index + 1, DateRules.Year) : null;
        }
    }

    /// <summary>A weekday without a date: the last one in a report ("a annoncé lundi"), the nearest with "ce".</summary>
    public static DateReader.Reading? Weekday(WordList words, int index, DayOfWeek weekday, DateContext context)
    {
        var before = words.Adjoins(index - 1) ? words.At(index - 1) : "";
        var after = words.Adjoins(index) ? words.At(index + 1) : "";
        // "le lundi", "chaque lundi": a habit, or a name such as Mardi gras.
        if (before is "le" or "les" or "chaque" or "du" or "every" || after is "gras" or "noir" or "saint")
            return null;
        var direction = (before, after) switch
        {
            (_, "dernier") or ("last", _) => Direction.Past,
            (_, "prochain") or ("next", _) => Direction.Future,
            ("ce" or "this", _) => Direction.Nearest,
            _ => Direction.PastOrSame,
        };
        var date = YearRule.OfWeekday(context, weekday, direction);
        return new DateReader.Reading(date is { } day ? PartialDate.OfDay(day) : null, after is "dernier" or "prochain" ? index + 2 : index + 1, DateRules.Weekday);
    }

    private static DateReader.Reading Day(DateContext context, int offset, int next) =>
        new(context.Reference is { } day ? PartialDate.OfDay(day.AddDays(offset)) : null, next, DateRules.Relative);

    private static DateReader.Reading? Month(WordList words, int index, DateContext context)
    {
        if (Offset(words, index) is not { } offset)
            return null;
        var month = context.Reference?.AddMonths(offset);
        return new DateReader.Reading(month is { } day ? PartialDate.OfMonth(day.Year, day.Month) : null, index + 1, DateRules.Relative);
    }

    private static DateReader.Reading? Year(WordList words, int index, DateContext context) =>
        Offset(words, index) is { } offset
            ? new DateReader.Reading(context.Reference is { } day ? PartialDate.OfYear(day.Year + offset) : null, index + 1, DateRules.Relative)
            : null;

    private static int? Offset(WordList words, int index)
    {
        if (words.Adjoins(index) && words.At(index + 1) is "dernier" or "derniere")
            return -1;
        if (words.Adjoins(index) && words.At(index + 1) is "prochain" or "prochaine")
            return 1;
        return words.Adjoins(index - 1)
            ? words.At(index - 1) switch
            {
                "last" => -1,
                "next" => 1,
                "ce" or "cette" or "this" => 0,
                _ => null,
            }
            : null;
    }

    private static bool YearIntroduced(WordList words, int index) =>
        words.Adjoins(index - 1)
        && (words.At(index - 1) is "en" or "debut" or "fin" or "mi" or "courant" or "depuis" or "des" or "annee" or "in" or "since" or "early" or "late" or "mid" or "of"
            || CalendarWords.Seasons.Contains(words.At(index - 1)));
}
