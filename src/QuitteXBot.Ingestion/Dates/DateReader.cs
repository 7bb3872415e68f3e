using System.Globalization;
using QuitteXBot.Core.Dates;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Dates;

/// <summary>Reads the date that begins at a word, without what stands before it.</summary>
internal static class DateReader
{
    /// <summary>A date read: its words end before <paramref name="Next"/>. Without a value the words are a date that cannot be placed.</summary>
    public readonly record struct Reading(PartialDate? Date, int Next, string Rule);

    public static Reading? At(WordList words, int index, DateContext context)
    {
        var word = words.At(index);
        if (word.Length == 0)
            return null;
        if (char.IsAsciiDigit(word[0]))
            return Numeric(words, index) ?? DayMonth(words, index, null, context) ?? RelativeDates.At(words, index, context);
        if (CalendarWords.Weekdays.TryGetValue(word, out var weekday))
            return WithWeekday(words, index, weekday, context);
        if (CalendarWords.Months.ContainsKey(word))
            return MonthDay(words, index, null, context) ?? MonthAlone(words, index, context);
        return word is "first" or "premier" ? DayMonth(words, index, null, context) : RelativeDates.At(words, index, context);
    }

    /// <summary>A year in figures, 1990 to 2099.</summary>
    public static int? Year(WordList words, int index)
    {
        var word = words.At(index);
        return word.Length == 4 && (word.StartsWith("199", StringComparison.Ordinal) || word.StartsWith("20", StringComparison.Ordinal))
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
    }

    private static Reading? WithWeekday(WordList words, int index, DayOfWeek weekday, DateContext context)
    {
        if (Close(words, index))
        {
            var next = words.At(index + 1) is "le" or "the" ? index + 2 : index + 1;
            if (DayMonth(words, next, weekday, context) is { } dayMonth)
                return dayMonth;
            if (MonthDay(words, next, weekday, context) is { } monthDay)
                return monthDay;
            if (words.Adjoins(index) && Day(words, next) is { } day && Until(words, next) is { } end)
                return new Reading(Of(YearRule.OfWeekdayAndDay(context, weekday, day)), end, DateRules.WeekdayAndDay);
        }

        return RelativeDates.Weekday(words, index, weekday, context);

        // "mardi 21 personnes" is no day of the month: the number must end the phrase or meet a small word.
        static int? Until(WordList words, int at) =>
            !words.Adjoins(at) || words.At(at + 1) is "a" or "et" or "au" or "dans" or "par" or "sur" or "pour" or "que" or "qu"
                ? at + 1 : null;
    }

    // "20 janvier 2025", "1er février", "20th of January 2025".
    private static Reading? DayMonth(WordList words, int index, DayOfWeek? weekday, DateContext context)
    {
        if (Day(words, index) is not { } day || !Close(words, index))
            return null;
        var at = words.At(index + 1) == "of" ? index + 2 : index + 1;
        return CalendarWords.Months.TryGetValue(words.At(at), out var month) && (!English(words.At(at)) || words[at].Capital)
            ? Complete(words, at, weekday, month, day, context) : null;
    }

    // "January 20, 2025".
    private static Reading? MonthDay(WordList words, int index, DayOfWeek? weekday, DateContext context)
    {
        if (!CalendarWords.Months.TryGetValue(words.At(index), out var month) || !words[index].Capital || !Close(words, index)
            || Day(words, index + 1) is not { } day)
            return null;
        return Complete(words, index + 1, weekday, month, day, context);
    }

    private static Reading Complete(WordList words, int last, DayOfWeek? weekday, int month, int day, DateContext context)
    {
        if (Close(words, last) && Year(words, last + 1) is { } year)
            return new Reading(Of(YearRule.Day(year, month, day)), last + 2, DateRules.Full);
        if (weekday is { } known)
            return new Reading(Of(YearRule.WithWeekday(context, known, month, day)), last + 1, DateRules.WeekdayAndDay);
        var direction = DirectionAfter(words, last);
        return new Reading(
            Of(YearRule.NearestDay(context, month, day, direction)), direction == Direction.Nearest ? last + 1 : last + 2, DateRules.DayAndMonth);
    }

    private static Reading? MonthAlone(WordList words, int index, DateContext context)
    {
        // "le 45 mars 2024" is a slip of the pen, not a month.
        if (words.Adjoins(index - 1) && char.IsAsciiDigit(words.At(index - 1)[0]))
            return null;
        var month = CalendarWords.Months[words.At(index)];
        if (Close(words, index) && Year(words, index + 1) is { } year)
            return new Reading(PartialDate.OfMonth(year, month), index + 2, DateRules.Month);
        if (!Introduced(words, index) || (English(words.At(index)) && !words[index].Capital))
            return null;
        var direction = DirectionAfter(words, index);
        var end = direction == Direction.Nearest ? index + 1 : index + 2;
        return new Reading(YearRule.OfMonth(context, month, direction) is { } placed ? PartialDate.OfMonth(placed, month) : null, end, DateRules.Month);
    }

    private static Direction DirectionAfter(WordList words, int index) =>
        words.Adjoins(index)
            ? words.At(index + 1) switch
            {
                "dernier" => Direction.Past,
                "prochain" => Direction.Future,
                _ => Direction.Nearest,
            }
            : Direction.Nearest;

    private static bool Introduced(WordList words, int index) =>
        words.Adjoins(index - 1) && words.At(index - 1) is "en" or "fin" or "debut" or "mi" or "courant" or "depuis" or "des" or "mois" or "de" or "d"
            or "in" or "since" or "last" or "next" or "late" or "early" or "mid" or "of" or "until" or "jusqu";

    private static bool English(string month) => month is "march" or "may" or "august" or "jan" or "jun" or "dec" or "sep" or "nov" or "avr";

    private static Reading? Numeric(WordList words, int index)
    {
        if (Year(words, index) is { } year && words.GapAfter(index) is "-" && words.GapAfter(index + 1) is "-"
            && Figures(words, index + 1) is { } isoMonth && Figures(words, index + 2) is { } isoDay)
            return new Reading(Of(YearRule.Day(year, isoMonth, isoDay)), index + 3, DateRules.Full);
        if (Figures(words, index) is not { } day || !Separated(words, index) || Figures(words, index + 1) is not { } month
            || !words.GapAfter(index + 1).SequenceEqual(words.GapAfter(index)))
            return null;
        var written = Year(words, index + 2) ?? (words.At(index + 2).Length == 2 && Figures(words, index + 2) is { } two ? 2000 + two : null);
        return written is { } full ? new Reading(Of(YearRule.Day(full, month, day)), index + 3, DateRules.Full) : null;

        static bool Separated(WordList words, int at) => words.GapAfter(at) is "/" or "." or "-";
    }

    private static int? Figures(WordList words, int index) =>
        words.At(index) is { Length: 1 or 2 } word && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Day(WordList words, int index)
    {
        var word = words.At(index);
        if (word is "1er" or "premier" or "first")
            return 1;
        if (word.Length is 3 or 4 && word[^2..] is "st" or "nd" or "rd" or "th")
            word = word[..^2];
        return word.Length is 1 or 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    // "janv. 2025", "January 20, 2025": a full stop or a comma may stand between.
    private static bool Close(WordList words, int index) =>
        words.Adjoins(index) || words.GapAfter(index) is ", " or "." or ". " or ".\u00A0" or ",";

    private static PartialDate? Of(DateOnly? day) => day is { } known ? PartialDate.OfDay(known) : null;
}
