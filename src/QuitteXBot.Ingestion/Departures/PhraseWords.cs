using QuitteXBot.Ingestion.Attribution.Mentions;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Where the tokens of a phrase lie among the words, and what they say.</summary>
internal sealed class PhraseWords(DepartureReading reading, NetworkMentions networks)
{
    public bool IsPlatform(Run run)
    {
        var (first, _) = Range(run);
        return first < reading.Words.Count && (networks.IsNamedAt(first) || reading.IsPlatform(first));
    }

    public (int First, int End) Range(Run run)
    {
        var tokens = reading.Document.Tokens;
        return (reading.Words.IndexFrom(tokens[run.First].Start), reading.Words.IndexFrom(tokens[run.End - 1].End));
    }

    public string Text(Run run)
    {
        var tokens = reading.Document.Tokens;
        var first = run.First;
        // The determiner is no part of a name; a capital one is ("Le Monde", "La Cimade").
        while (first < run.End - 1 && tokens[first].Lower is "le" or "la" or "l'" or "les" or "un" or "une" or "des" or "du" or "de" or "the" && !tokens[first].IsCapitalised)
            first++;
        return string.Join(' ', reading.Document.Text[tokens[first].Start..tokens[run.End - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
