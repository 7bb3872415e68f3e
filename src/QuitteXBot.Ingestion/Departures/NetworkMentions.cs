using QuitteXBot.Ingestion.Platforms;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Where a document speaks of X: by name, or as "le réseau social", "la plateforme" where no other network was named since.</summary>
internal sealed class NetworkMentions
{
    private static readonly PhraseTable<bool> Nouns = new(
        new[]
        {
            "reseau social", "reseau", "plateforme", "plate forme", "site de microblogage", "site de microblogging", "service de microblogage", "oiseau bleu", "social network", "platform",
            "social media platform", "social platform", "site", "ce reseau", "ces reseaux",
        }.Select(noun => (noun, true)));

    private const int MostNames = 3;

    private static readonly HashSet<string> Determiners = ["le", "la", "ce", "cette", "du", "au", "l", "the", "this", "that"];

    private readonly Words.WordList words;
    private readonly int[] endOf;
    private readonly bool[] named;
    private readonly bool[] spokenOf;
    private readonly bool certain;

    public NetworkMentions(DepartureReading reading)
    {
        words = reading.Words;
        endOf = new int[words.Count];
        named = new bool[words.Count];
        spokenOf = new bool[words.Count];
        certain = reading.Platforms.Any(platform => platform.Key == PlatformFinder.Left);
        var next = 0;
        var last = PlatformFinder.Left;
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < words.Count; i++)
        {
            spokenOf[i] = (last == PlatformFinder.Left && counts.Count > 0) || counts.GetValueOrDefault(PlatformFinder.Left) > counts.GetValueOrDefault(last);
            while (next < reading.Platforms.Count && reading.Platforms[next].Start < words[i].Start)
                next++;
            if (next < reading.Platforms.Count && reading.Platforms[next].Start == words[i].Start)
            {
                last = reading.Platforms[next].Key;
                counts[last] = counts.GetValueOrDefault(last) + 1;
                if (last == PlatformFinder.Left)
                    Mark(i, words.IndexFrom(reading.Platforms[next].End), isNamed: true);
                continue;
            }

            var (length, _) = Nouns.At(words, i);
            if (length > 0 && last == PlatformFinder.Left && endOf[i] == 0 && Determiners.Contains(words.At(i - 1)) && !QualifiedByOther(reading, i + length))
                Mark(i, i + length, isNamed: false);
        }
    }

    /// <summary>Whether a mention begins or continues at the word.</summary>
    public bool IsAt(int word) => word >= 0 && word < endOf.Length && endOf[word] > 0;

    public bool IsNamedAt(int word) => word >= 0 && word < named.Length && named[word];

    /// <summary>Behind the mention that the word stands in.</summary>
    public int EndOf(int word)
    {
        var end = endOf[word];
        // "X (ex-Twitter)": names that follow one another are one mention.
        for (var names = 0; names < MostNames && end < endOf.Length && endOf[end] > end && named[end] && words.GapAfter(end - 1).IndexOfAny('.', '«') < 0; names++)
            end = endOf[end];
        return end;
    }

    /// <summary>Whether the document speaks of X, and no other network that it names as often was named last before the word.</summary>
    public bool LastBefore(int word) => certain && (word >= spokenOf.Length || spokenOf[word]);

    private void Mark(int first, int end, bool isNamed)
    {
        for (var i = first; i < Math.Max(end, first + 1); i++)
        {
            endOf[i] = Math.Max(end, first + 1);
            named[i] = isNamed;
        }
    }

    // "le réseau social Facebook", "le réseau des bibliothèques", "la plateforme de paiement": not X.
    private static bool QualifiedByOther(DepartureReading reading, int behind)
    {
        var words = reading.Words;
        if (!words.Adjoins(behind - 1))
            return false;
        if (words.At(behind) is "des" or "ferre" or "routier" or "scolaire" or "electrique" or "numerique" or "collaborative" or "logistique" or "petroliere" or "telephonique")
            return true;
        return words.At(behind) is "de" or "d" && !words[behind + 1 < words.Count ? behind + 1 : behind].Capital;
    }
}
