using System.Collections.Immutable;
using QuitteXBot.Core.Dates;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Dates;

/// <summary>
/// What the dates of one text are read against. The reference is the day of publication, else the text's dateline. Where neither is known,
/// the year of a weekday with day and month is the one nearest to the years that the text names in which all three agree, else the first such year
/// since <see cref="NetworkNamedX"/>, since a departure from X is told after it. A day and month alone take their year from a date of the text
/// that has one, and stay unread where there is none; words such as "hier" need the reference.
/// </summary>
/// <param name="Reference">Day of publication or dateline.</param>
/// <param name="Anchor">Some dated day of the text, for days and months only.</param>
/// <param name="Years">Years that the text names.</param>
public sealed record DateContext(DateOnly? Reference, DateOnly? Anchor, ImmutableArray<int> Years)
{
    /// <summary>The day on which Twitter was renamed.</summary>
    public static DateOnly NetworkNamedX { get; } = new(2023, 7, 24);

    private const int DatelineReach = 500;
    private const int DatelineIndent = 60;

    public static DateContext Of(WordList words, PartialDate? published)
    {
        var years = YearsIn(words);
        if (published is { Year: < 1900 or > 2100 })
            published = null;
        if (published is { Day: not null } day)
            return new DateContext(day.First, day.First, years);
        var alone = new DateContext(null, published?.First, years);
        DateOnly? dateline = null;
        DateOnly? anchor = published?.First;
        foreach (var found in DateFinder.Find(words, alone, words.Count))
        {
            if (found.Date.Day is null || found.Rule == DateRules.DayAndMonth)
                continue;
            anchor ??= found.Date.First;
            if (found.Rule == DateRules.Full && found.Start < DatelineReach && OpensParagraph(words.Text, found.Start))
                dateline ??= found.Date.First;
            if (found.Start >= DatelineReach)
                break;
        }

        return new DateContext(dateline, dateline ?? anchor, years);
    }

    private static bool OpensParagraph(string text, int start)
    {
        var line = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        return start - line <= DatelineIndent && !text.AsSpan(line, start - line).Contains('.');
    }

    private static ImmutableArray<int> YearsIn(WordList words)
    {
        var years = new SortedSet<int>();
        for (var i = 0; i < words.Count; i++)
        {
            if (DateReader.Year(words, i) is { } year)
                years.Add(year);
        }

        return [.. years];
    }
}
