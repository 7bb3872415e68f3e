using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Reasons;

/// <summary>Fixed expressions that share a word with the vocabulary of reasons and mean something else.</summary>
internal static class Lookalikes
{
    private static readonly HashSet<string> Ranks = ["premiere", "deuxieme", "seconde", "troisieme", "first", "second", "third"];

    public static bool Is(WordList words, int index)
    {
        var before = words.Adjoins(index - 1) ? words.At(index - 1) : "";
        var behind = words.Adjoins(index) ? words.At(index + 1) : "";
        return words.At(index) switch
        {
            // Football leagues and shares on the stock exchange.
            "division" or "divisions" => Ranks.Contains(before) || behind is "1" or "2" or "3" or "d",
            "valeurs" => behind is "mobilieres" or "boursieres" or "foncieres" or "refuges" || words.Matches(index - 2, "bourse", "des"),
            _ => false,
        };
    }
}
