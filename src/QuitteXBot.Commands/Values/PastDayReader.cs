namespace QuitteXBot.Commands.Values;

/// <summary>Reads the day as of which an answer is wanted, in any form in which <see cref="DayReader"/> reads a date.</summary>
internal static class PastDayReader
{
    /// <summary>The last day of the date that the text means, or today where that is still to come; null where it means none, or one that is wholly to come.</summary>
    public static DateOnly? Find(string text, DateOnly today)
    {
        if (DayReader.Find(text, today) is not { } date || date.First > today)
            return null;
        return date.Last > today ? today : date.Last;
    }
}
