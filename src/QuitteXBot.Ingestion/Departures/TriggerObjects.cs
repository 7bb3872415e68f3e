namespace QuitteXBot.Ingestion.Departures;

/// <summary>What stands behind a verb or noun: the network, an account, a presence. Each gives the word behind it, or null where it is not there.</summary>
internal sealed class TriggerObjects(DepartureReading reading, NetworkMentions networks)
{
    private const int ObjectReach = 9;
    private const int PossessorReach = 12;
    private const int SentenceReach = 40;

    private static readonly HashSet<string> Accounts = ["compte", "comptes", "profil", "profils", "page", "pages", "account", "accounts", "profile", "profiles"];

    private static readonly HashSet<string> Activities =
        ["presence", "publications", "publication", "activite", "activites", "communication", "communications", "posts", "messages", "activity", "posting", "utilisation", "use", "tweets"];

    // "ses comptes au Crédit populaire", "son compte de résultat", "un compte rendu".
    private static readonly HashSet<string> OtherAccounts = ["au", "aux", "a", "chez", "de", "du", "d", "bancaire", "bancaires", "courant", "courants", "rendu", "rendus", "joint", "of", "at", "with"];

    // "ferme son compte à la fin de l'été" tells when, not whose.
    private bool IsOtherAccount(int account) =>
        OtherAccounts.Contains(reading.Words.At(account + 1)) && !reading.Words.Matches(account + 1, "a", "la", "fin") && reading.Words.At(account + 2) is not ("compter" or "partir");

    public bool IsAccount(int word) => Accounts.Contains(reading.Words.At(word));

    public int? PlaceOfPosting(int sentence, int first, int from)
    {
        var high = reading.Sentences[sentence].End;
        for (var i = from; i < Math.Min(high, from + ObjectReach + 3); i++)
        {
            if (networks.IsAt(i))
                return networks.EndOf(i);
            if (i > from && !reading.Words.Adjoins(i - 1) && !(Listed(i) && (reading.IsPlatform(i) || !reading.Words.GapAfter(i - 1).Contains(','))))
                break;
        }

        // "n'y publiera plus": the pronoun stands for the network.
        return reading.Words.At(first + 1) == "y" && networks.LastBefore(first) ? from : null;
    }

    private bool Listed(int i) => reading.Words.GapAfter(i - 1).Trim() is "," or "«" or "»" or "\"" or "“" or "(";

    public int? Network(int sentence, int from)
    {
        for (var i = from; i < Math.Min(reading.Sentences[sentence].End, from + ObjectReach); i++)
        {
            if (networks.IsAt(i))
                return networks.EndOf(i);
            if ((i > from && !Close(i)) || !(LightWords.Is(reading, i) || reading.IsPlatform(i)))
                return null;
        }

        return null;
    }

    public int? OnNetwork(int sentence, int from)
    {
        var place = false;
        for (var i = from; i < Math.Min(reading.Sentences[sentence].End, from + 7); i++)
        {
            if (networks.IsAt(i))
                return place ? networks.EndOf(i) : null;
            place |= reading.Words.At(i) is "sur" or "on" or "to" || (reading.Words.At(i) is "a" or "au" && reading.Words.At(from - 1).StartsWith("retourn", StringComparison.Ordinal))
                || reading.Words.At(from - 1).StartsWith("rejoin", StringComparison.Ordinal);
            if ((i > from && !Close(i)) || reading.IsPlatform(i) || !LightWords.Is(reading, i))
                return null;
        }

        return null;
    }

    // "supprime son compte X", "ferme ses comptes Facebook et X", "suspend ses publications sur le réseau"; without a network named, the one spoken of.
    public int? Account(int sentence, int from)
    {
        var high = reading.Sentences[sentence].End;
        for (var i = from; i < Math.Min(high, from + 6); i++)
        {
            var account = Accounts.Contains(reading.Words.At(i));
            if (account || Activities.Contains(reading.Words.At(i)))
                return AccountNetwork(sentence, from, i);
            if (networks.IsAt(i) && i > from)
                return null;
            if ((i > from && !Close(i)) || !LightWords.Is(reading, i))
                return null;
        }

        return null;
    }

    private int? AccountNetwork(int sentence, int verb, int account)
    {
        var bounds = reading.Sentences[sentence];
        var other = false;
        for (var i = account + 1; i < Math.Min(bounds.End, account + 10); i++)
        {
            if (networks.IsAt(i))
                return networks.EndOf(i);
            if (!reading.Words.Adjoins(i - 1) && !(Listed(i) && reading.IsPlatform(i)))
                break;
            other |= reading.IsPlatform(i);
        }

        if (other)
            return null;
        for (var i = verb - 1; i >= Math.Max(bounds.First, verb - SentenceReach); i--)
        {
            if (networks.IsAt(i))
                return account + 1;
            if (reading.IsPlatform(i))
                return null;
        }

        // "ferme son compte" where the sentences before speak of X; other activities need the network's name.
        return Accounts.Contains(reading.Words.At(account)) && !IsOtherAccount(account) && networks.LastBefore(verb) ? account + 1 : null;
    }

    public int? Posting(int sentence, int from)
    {
        var high = reading.Sentences[sentence].End;
        for (var i = from; i < Math.Min(high, from + 5); i++)
        {
            if (ActionVerbs.Posting.At(reading.Words, i).Length > 0 || Activities.Contains(reading.Words.At(i)))
                return reading.Words.At(i - 1) == "y" && networks.LastBefore(i) ? i + 1 : PlaceOfPosting(sentence, i, i);
            if (!LightWords.Is(reading, i) || (i > from && !Close(i)))
                return null;
        }

        return null;
    }

    // "son départ du réseau social", "le départ de la Ville de X": who leaves may stand between.
    public int? NounNetwork(int sentence, int from)
    {
        for (var i = from; i < Math.Min(reading.Sentences[sentence].End, from + PossessorReach); i++)
        {
            if (networks.IsAt(i))
                return reading.Words.At(i - 1) is "de" or "du" or "from" or "l" or "la" or "the" or "a" or "social" or "reseau" or "plateforme" or "of" or "platform" or "network" ? networks.EndOf(i) : null;
            if (!Close(i) || reading.Words.At(i) is "pour" or "vers" or "qui" or "que" or "sur")
                return null;
        }

        return null;
    }

    private bool Close(int i) => reading.Words.Adjoins(i - 1) || Listed(i);
}
