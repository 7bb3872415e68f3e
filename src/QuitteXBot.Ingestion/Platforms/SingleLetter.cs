using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Platforms;

/// <summary>How surely a name is the network's.</summary>
internal enum Likeness
{
    Impossible,

    /// <summary>Only beside a certain mention elsewhere in the text.</summary>
    Possible,
    Certain,
}

/// <summary>Judges whether a capital letter alone is the network X: by the words beside it, as people write of it in French and English.</summary>
internal static class SingleLetter
{
    private static readonly HashSet<string> Networks =
        ["reseau", "reseaux", "social", "sociaux", "plateforme", "plateformes", "plate", "forme", "site", "application", "appli", "compte", "comptes", "network", "networks",
         "platform", "platforms", "account", "accounts", "app", "profil", "profile"];

    private static readonly HashSet<string> Places = ["sur", "via", "on", "off", "onto", "leaving", "quit", "joined"];

    private static readonly string[] Leaving =
        ["quitt", "abandonn", "delaiss", "desert", "fui", "fuir", "leav", "left", "quits", "quitting", "abandon", "boycott", "ditch", "exit", "rejoin", "rejoign", "bann", "suspend", "arret", "stop"];

    // Words before or behind which the letter is something else: rayons X, plainte contre X, Génération X, X-Files.
    private static readonly HashSet<string> OtherBefore =
        ["rayon", "rayons", "contre", "sous", "generation", "monsieur", "madame", "mr", "mme", "m", "malcolm", "film", "films", "classe", "classes", "chromosome", "chromosomes",
         "iphone", "space", "os", "mac", "windows", "modele", "model", "l", "d", "type", "planche", "axe", "inconnue", "facteur", "factor", "ray", "category", "categorie",
         "professeur", "professor", "article", "chapitre", "tome", "volume", "louis", "charles", "leon", "pie", "gregoire", "henri", "division", "porno", "cinema", "xbox", "series"];

    private static readonly HashSet<string> OtherBehind =
        ["ray", "rays", "file", "files", "men", "box", "factor", "chromosome", "chromosomes", "ans", "fois", "euros", "pour", "fragile", "y", "mille"];

    private const int DepartureReach = 9;

    private static readonly HashSet<string> Departures =
        ["depart", "departs", "retrait", "abandon", "sortie", "retire", "retirer", "retirent", "retirera", "part", "partie", "parti", "partir", "sort", "sortir", "departure", "withdrawal", "withdraws", "withdraw",
         "exit", "move", "moving", "away", "boycott", "desinscription", "desinscrit", "porte", "adieu", "adieux", "revoir", "dos", "ponts", "goodbye", "retour", "retourne"];

    private static readonly string[] DepartureStems = ["retir", "desengag", "desinscri", "quitt", "leav", "withdr", "depart"];

    private static readonly HashSet<string> FormerNames = ["twitter", "ex", "anciennement", "formerly", "previously", "autrefois", "jadis"];

    public static Likeness Judge(WordList words, int index)
    {
        if (!words[index].Capital)
            return Likeness.Impossible;
        // "(ex-Twitter)", ", anciennement Twitter", "/Twitter": the former name says it, whatever stands before.
        if (FormerNames.Contains(words.At(index + 1)) && words.GapAfter(index).Length <= 4 && FormerName(words, index + 1))
            return Likeness.Certain;
        if (words.Matches(index + 1, "c", "est", "fini") || words.Matches(index + 1, "c", "est", "termine"))
            return Likeness.Certain;
        var before = BeforeIs(words, index) ? words.At(index - 1) : "";
        var behind = words.Adjoins(index) ? words.At(index + 1) : "";
        if (OtherBefore.Contains(before) || (OtherBehind.Contains(behind) && !words.GapAfter(index).IsWhiteSpace()) || IsOther(words, index, behind))
            return Likeness.Impossible;
        if (Networks.Contains(before) || Places.Contains(before) || LeftBefore(words, index) || NetworkNamedBefore(words, index))
            return Likeness.Certain;
        return before switch
        {
            // "départ de X", "son départ du réseau X": the noun decides.
            "de" or "of" or "from" or "a" or "to" => Departs(words, index) ? Likeness.Certain : Likeness.Possible,
            _ => Likeness.Possible,
        };
    }

    private static bool IsOther(WordList words, int index, string behind) =>
        behind is "files" or "men" or "rays" or "ray" or "chromosome" or "fois" or "ans" or "euros" or "mille"
        || (index + 1 < words.Count && words.GapAfter(index) is "." && words[index + 1].Capital && words.At(index + 1).Length == 1);

    private static bool FormerName(WordList words, int index) =>
        words.At(index) == "twitter" || words.At(index + 1) == "twitter" || words.At(index + 2) == "twitter";

    // A quotation mark or a bracket may open between the noun and the letter: réseau social « X ».
    private static bool BeforeIs(WordList words, int index)
    {
        if (words.Adjoins(index - 1))
            return true;
        var gap = words.GapAfter(index - 1).Trim();
        return gap is "«" or "\"" or "“" or "‘" or "'" or "#" or "@" or "*" or "**";
    }

    // "ne quittera pas X", "quitte définitivement X": an adverb may stand between.
    private static bool LeftBefore(WordList words, int index)
    {
        for (var i = index - 1; i >= Math.Max(0, index - 3) && (i == index - 1 || words.Adjoins(i)); i--)
        {
            if (Leaves(words.At(i)))
                return true;
            if (words.At(i) is not ("pas" or "plus" or "aussi" or "donc" or "not") && !words.At(i).EndsWith("ment", StringComparison.Ordinal) && !words.At(i).EndsWith("ly", StringComparison.Ordinal))
                return false;
        }

        return false;
    }

    private static bool Leaves(string word)
    {
        foreach (var stem in Leaving)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // "la plateforme américaine X", "réseau social de la côte ouest X": within four words of the noun, inside the sentence.
    private static bool NetworkNamedBefore(WordList words, int index)
    {
        for (var i = index - 1; i >= Math.Max(0, index - 5); i--)
        {
            if (words.GapAfter(i).IndexOfAny('.', ';', '\n') >= 0 || (i < index - 1 && words.GapAfter(i).Contains(',')))
                return false;
            if (Networks.Contains(words.At(i)))
                return true;
        }

        return false;
    }

    // "son départ de X", "le départ de la Ville de X", "dit adieu à X".
    private static bool Departs(WordList words, int index)
    {
        for (var i = index - 2; i >= Math.Max(0, index - DepartureReach) && words.Adjoins(i); i--)
        {
            if (Departures.Contains(words.At(i)) || Array.Exists(DepartureStems, stem => words.At(i).StartsWith(stem, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
