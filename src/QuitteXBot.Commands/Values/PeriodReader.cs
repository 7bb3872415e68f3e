using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Dates;

namespace QuitteXBot.Commands.Values;

/// <summary>A stretch of time that a question names, and the words that it takes.</summary>
internal sealed record PeriodInQuestion(Period Period, int First, int Words);

/// <summary>Reads stretches of time as people write them: «en janvier 2025», «depuis 2024», "since March 2024", «entre 2023 et 2024», <c>2025-01</c>.</summary>
internal static class PeriodReader
{
    /// <summary>Twitter's first year: no departure is older.</summary>
    private const int FirstYear = 2006;

    private const int LastYear = 2099;

    private enum Bound
    {
        Exactly,
        From,
        After,
        To,
        Before,
    }

    /// <summary>Reads an option's value as a whole.</summary>
    public static Period? Find(string text, DateOnly today)
    {
        if (Period.TryParse(text, out var period))
            return period;
        var words = Word.Split(text);
        return FindIn(words, today) is { } found && found.First == 0 && found.First + found.Words == words.Length ? found.Period : null;
    }

    /// <summary>The first stretch of time that a question names, and the words that it takes; null where it names none.</summary>
    public static PeriodInQuestion? FindIn(ImmutableArray<Word> words, DateOnly today)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (RelativeAt(words, i, today) is { } relative)
                return new PeriodInQuestion(relative.Meaning, i, relative.Words);
            if (DateAt(words, i, today) is not { } first)
                continue;
            var (start, bound) = BoundBefore(words, i);
            var end = i + first.Words;
            if (end + 1 < words.Length && words[end].Folded is "et" or "and" or "a" or "to" or "au"
                && SecondAt(words, end + 1, today) is { } second && first.Date.First <= second.Date.Last)
            {
                var rangeStart = i > 0 && words[i - 1].Folded is "entre" or "between" or "de" or "from" or "du" ? i - 1 : start;
                return new PeriodInQuestion(new Period(first.Date, second.Date), rangeStart, second.End - rangeStart);
            }

            return new PeriodInQuestion(Bounded(first.Date, bound), start, end - start);
        }

        return null;
    }

    private static (PartialDate Date, int End)? SecondAt(ImmutableArray<Word> words, int index, DateOnly today)
    {
        if (words[index].Folded is "le" or "the" && index + 1 < words.Length)
            index++;
        return DateAt(words, index, today) is { } date ? (date.Date, index + date.Words) : null;
    }

    private static Period Bounded(PartialDate date, Bound bound) => bound switch
    {
        Bound.From => new Period(date, null),
        Bound.After => new Period(PartialDate.OfDay(date.Last.AddDays(1)), null),
        Bound.To => new Period(null, date),
        Bound.Before => new Period(null, PartialDate.OfDay(date.First.AddDays(-1))),
        _ => Period.Of(date),
    };

    private static (int Start, Bound Bound) BoundBefore(ImmutableArray<Word> words, int index)
    {
        var i = index - 1;
        while (i >= 0 && words[i].Folded is "le" or "the" or "of" or "fin" or "debut" or "mi" or "mois" or "d" or "de")
            i--;
        var word = i >= 0 ? words[i].Folded : string.Empty;
        var before = i >= 1 ? words[i - 1].Folded : string.Empty;
        return (word, before) switch
        {
            ("depuis" or "since", _) => (i, Bound.From),
            ("partir", "a") => (i - 1, Bound.From),
            ("from", _) => (i, Bound.From),
            ("apres" or "after", _) => (i, Bound.After),
            ("avant" or "before", _) => (i, Bound.Before),
            ("en" or "au" or "a", "jusqu") => (i - 1, Bound.To),
            ("until" or "till" or "by", _) => (i, Bound.To),
            ("en" or "in" or "on" or "during", _) => (i, Bound.Exactly),
            _ => (i + 1, Bound.Exactly),
        };
    }

    private static Found<Period>? RelativeAt(ImmutableArray<Word> words, int index, DateOnly today)
    {
        if (index + 1 >= words.Length)
            return null;
        var lastMonth = today.AddMonths(-1);
        return (words[index].Folded, words[index + 1].Folded) switch
        {
            ("cette", "annee") or ("this", "year") => new Found<Period>(Period.Of(PartialDate.OfYear(today.Year)), 2),
            ("ce", "mois") or ("this", "month") => new Found<Period>(Period.Of(PartialDate.OfMonth(today.Year, today.Month)), 2),
            ("annee", "derniere") or ("last", "year") => new Found<Period>(Period.Of(PartialDate.OfYear(today.Year - 1)), 2),
            ("mois", "dernier") or ("last", "month") => new Found<Period>(Period.Of(PartialDate.OfMonth(lastMonth.Year, lastMonth.Month)), 2),
            _ => null,
        };
    }

    private static (PartialDate Date, int Words)? DateAt(ImmutableArray<Word> words, int index, DateOnly today)
    {
        if (DayAt(words, index) is { } day)
            return day;
        if (MonthNames.Find(words[index].Folded) is > 0 and var month)
        {
            if (index + 1 < words.Length && YearOf(words[index + 1].Folded) is > 0 and var yearOfMonth)
                return (PartialDate.OfMonth(yearOfMonth, month), 2);
            return IsAfterPreposition(words, index) ? (LatestMonth(month, today), 1) : null;
        }

        if (YearOf(words[index].Folded) is not (> 0 and var year))
            return null;
        return index + 1 < words.Length && words[index + 1].Start == words[index].End + 1 && NumberOf(words[index + 1].Folded) is >= 1 and <= 12 and var number
            ? (PartialDate.OfMonth(year, number), 2)
            : (PartialDate.OfYear(year), 1);
    }

    /// <summary>«20 janvier 2025», «1er mars 2024», "January 20, 2025", <c>20/01/2025</c>, <c>2025-01-20</c>.</summary>
    private static (PartialDate Date, int Words)? DayAt(ImmutableArray<Word> words, int index)
    {
        if (index + 2 >= words.Length)
            return null;
        var (first, second, third) = (words[index].Folded, words[index + 1].Folded, words[index + 2].Folded);
        var day = NumberOf(first.EndsWith("er", StringComparison.Ordinal) || first.EndsWith("st", StringComparison.Ordinal)
            || first.EndsWith("th", StringComparison.Ordinal) ? first[..^2] : first);
        var month = MonthNames.Find(second);
        if (month == 0 && first.Length == 2 && second.Length == 2)
            month = NumberOf(second);
        if (YearOf(third) is > 0 and var year && Day(year, month, day) is { } frenchDay)
            return (frenchDay, 3);
        if (YearOf(third) is > 0 and var englishYear && Day(englishYear, MonthNames.Find(first), NumberOf(second)) is { } englishDay)
            return (englishDay, 3);
        return YearOf(first) is > 0 and var isoYear && second.Length == 2 && third.Length == 2 && Day(isoYear, NumberOf(second), NumberOf(third)) is { } isoDay
            ? (isoDay, 3)
            : null;
    }

    private static PartialDate? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? PartialDate.OfDay(new DateOnly(year, month, day)) : null;

    private static PartialDate LatestMonth(int month, DateOnly today) =>
        PartialDate.OfMonth(month <= today.Month ? today.Year : today.Year - 1, month);

    /// <summary>A month without its year is one only behind such a word: "mars" is a planet and "may" a verb.</summary>
    private static bool IsAfterPreposition(ImmutableArray<Word> words, int index) =>
        index > 0 && words[index - 1].Folded is "en" or "in" or "depuis" or "since" or "avant" or "before" or "apres" or "after" or "fin" or "debut" or "mi" or "entre"
            or "between" or "until";

    private static int YearOf(string folded) => folded.Length == 4 && NumberOf(folded) is >= FirstYear and <= LastYear and var year ? year : 0;

    private static int NumberOf(string digits) =>
        digits.Length <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
