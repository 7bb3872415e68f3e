using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Dates;

/// <summary>Finds the dates of a text, French or English, as precise as they are written: see <see cref="DateContext"/> for what incomplete ones mean.</summary>
public static class DateFinder
{
    /// <summary>The dates that can be placed, in order, not overlapping.</summary>
    public static IReadOnlyList<FoundDate> Find(WordList words, DateContext context) => [.. Find(words, context, words.Count)];

    internal static IEnumerable<FoundDate> Find(WordList words, DateContext context, int limit)
    {
        var i = 0;
        while (i < limit)
        {
            if (DateReader.At(words, i, context) is not { } reading)
            {
                i++;
                continue;
            }

            if (reading.Date is { } date)
                yield return new FoundDate(words[i].Start, words[reading.Next - 1].End, date, KindBefore(words, i), reading.Rule);
            i = reading.Next;
        }
    }

    private static DateKind KindBefore(WordList words, int index)
    {
        var i = index;
        // Words that stand between the preposition and the date: "à compter de ce lundi", "depuis la fin janvier", "from early 2025".
        while (words.Adjoins(i - 1) && words.At(i - 1) is "le" or "la" or "l" or "ce" or "fin" or "debut" or "mi" or "courant" or "mois" or "annee" or "ete" or "the" or "on"
                   or "this" or "early" or "late" or "mid" or "end" or "of" or "de" or "d" or "du" or "au" or "1er" or "avant" or "apres" or "next" or "last")
            i--;
        if (EndsBefore(words, i, index))
            return DateKind.Until;
        if (!words.Adjoins(i - 1))
            return DateKind.On;
        return (words.At(i - 2), words.At(i - 1)) switch
        {
            (_, "depuis" or "since") => DateKind.Since,
            ("a", "compter" or "partir") => DateKind.From,
            (_, "des" or "from" or "starting" or "effective" or "beginning") => DateKind.From,
            ("as", _) when words.At(i) == "of" => DateKind.From,
            (_, "as") when words.At(i) == "of" => DateKind.From,
            (_, "jusqu" or "until" or "till" or "by" or "before") => DateKind.Until,
            _ => DateKind.On,
        };
    }

    // "avant le 31 janvier" ends then; "avant-hier" is a day like any other.
    private static bool EndsBefore(WordList words, int first, int index)
    {
        for (var i = first; i < index; i++)
        {
            if (words.At(i) == "avant" && words.At(index) != "hier")
                return true;
        }

        return false;
    }
}
