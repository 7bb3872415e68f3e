namespace QuitteXBot.Commands.Questions;

/// <summary>Finds what a question wants by its asking words; the first one that counts decides.</summary>
internal static class IntentFinder
{
    public static Intent Find(Reading reading)
    {
        if (IsAboutPrivacy(reading))
            return Intent.Privacy;
        for (var i = 0; i < reading.Words.Length; i++)
        {
            if (reading.Roles[i] is WordRole.Name or WordRole.Period)
                continue;
            var intent = At(reading, i);
            if (intent != Intent.None)
                return intent;
        }

        return Intent.None;
    }

    /// <summary>Asking words that are in neither list of small words.</summary>
    public static bool IsAskingWord(string folded) =>
        folded is "pk" or "pq" or "pkoi" or "pourkoi" or "motif" or "motifs" or "lesquels" or "lesquelles" or "liste" or "lister" or "list" or "date"
            or "compare" or "comparer" or "comparaison" or "comparez" or "difference" or "differences" or "versus" or "vs" or "commun" or "communs" or "common"
            or "definition" or "kesako" or "signifie" or "cherche" or "chercher" or "recherche" or "rechercher" or "search" or "aide" or "aider" or "help"
            or "marche" or "fonctionne" or "work" or "works" or "how" or "jour" or "moment" or "day" or "ways" or "commandes" or "commands" or "made" or "pousse"
            or "combien" or "nombre" or "number" or "t";

    private static Intent At(Reading reading, int i)
    {
        var word = QuestionReader.Corrected(reading.FoldedAt(i)) ?? reading.FoldedAt(i);
        var (next, afterNext, last) = (reading.FoldedAt(i + 1), reading.FoldedAt(i + 2), reading.FoldedAt(i + 3));
        return word switch
        {
            "pourquoi" or "why" or "pk" or "pq" or "pkoi" or "pourkoi" => Intent.Why,
            "raison" or "raisons" or "motif" or "motifs" or "reason" or "reasons" => reading.Organisations.Any() ? Intent.Why : Intent.Reasons,
            "qu" when (next, afterNext) is ("est", "ce") && last == "qui" => Intent.Why,
            "what" when next == "made" => Intent.Why,
            "how" when next == "come" => Intent.Why,
            "ou" when IsWhere(reading, i) => Intent.Where,
            "where" => Intent.Where,
            "quel" or "quelle" or "quels" or "quelles" or "which" or "what" when next is "reseau" or "reseaux" or "plateforme" or "plateformes" or "platform"
                or "platforms" or "network" or "networks" or "social" => Intent.Where,
            "quand" or "when" or "date" => Intent.When,
            "quel" or "what" when next is "jour" or "moment" or "day" => Intent.When,
            "qui" when next == "es" || (next, afterNext) is ("est", "tu") => Intent.About,
            "who" or "what" when (next, afterNext) is ("are", "you") => Intent.About,
            "t" or "tu" when next == "es" && afterNext is "qui" or "quoi" => Intent.About,
            "qui" or "who" or "lesquels" or "lesquelles" or "liste" or "lister" or "list" => Intent.Who,
            "combien" => afterNext == "raisons" ? Intent.Reasons : Intent.Who,
            "how" when next == "many" => afterNext == "reasons" ? Intent.Reasons : Intent.Who,
            "quel" or "quelle" or "quels" or "quelles" or "which" or "what" when IsSomebody(reading, i + 1) || IsSomebody(reading, i + 2) => Intent.Who,
            "compare" or "comparer" or "comparez" or "comparaison" or "difference" or "differences" or "versus" or "vs" => Intent.Compare,
            "commun" or "communs" or "common" when reading.Organisations.Count() > 1 => Intent.Compare,
            "c" when (next, afterNext) is ("est", "quoi") => Intent.Define,
            "qu" when (next, afterNext) is ("est", "ce") => Intent.Define,
            "what" when next is "is" or "s" or "are" && !AsksReasons(reading) => Intent.Define,
            "definition" or "kesako" or "signifie" => Intent.Define,
            "cherche" or "chercher" or "recherche" or "rechercher" or "search" => Intent.Search,
            "aide" or "help" or "commandes" or "commands" => Intent.Help,
            "comment" when (next, afterNext) is ("ca", "marche") or ("tu", "marches") => Intent.Help,
            "how" when reading.Contains("work") || reading.Contains("works") => Intent.Help,
            "what" when (next, afterNext) is ("can", "you") || (next, afterNext) is ("can", "i") => Intent.Help,
            "que" when next is "peux" or "sais" or "puis" => Intent.Help,
            _ => Intent.None,
        };
    }

    /// <summary>«où» asks, «ou» joins: without its accent it asks only where nothing but small words stand before it.</summary>
    private static bool IsWhere(Reading reading, int index)
    {
        if (reading.Text[reading.Words[index].Start + 1] is 'ù' or 'Ù' || reading.Words[index].Length > 2)
            return true;
        for (var i = 0; i < index; i++)
        {
            if (reading.Roles[i] != WordRole.Function)
                return false;
        }

        return true;
    }

    private static bool IsSomebody(Reading reading, int index) =>
        index < reading.Words.Length && reading.Roles[index] is WordRole.Kind or WordRole.Anybody;

    private static bool AsksReasons(Reading reading) => reading.Contains("reason") || reading.Contains("reasons");

    private static bool IsAboutPrivacy(Reading reading) =>
        !reading.Has(WordRole.Departure)
        && (reading.Contains("donnees") || reading.Contains("data") || reading.Contains("messages") || reading.Contains("questions"))
        && (reading.Contains("mes") || reading.Contains("my") || reading.Contains("tu") || reading.Contains("vous") || reading.Contains("you"));
}
