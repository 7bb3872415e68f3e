namespace QuitteXBot.Commands.Questions;

/// <summary>What a question's words tell together.</summary>
internal static class ReadingTraits
{
    /// <summary>Whether nothing but small words stands around what is named.</summary>
    public static bool IsBare(this Reading reading)
    {
        for (var i = 0; i < reading.Words.Length; i++)
        {
            if (reading.Roles[i] == WordRole.Function && !Vocabulary.AroundNames.Contains(reading.Words[i].Folded) && !IsAskingWord(reading.Words[i].Folded))
                return false;
        }

        return true;
    }

    /// <summary>«où est la Moselle ?» asks for a map; with a platform, a word of following or a "now" it asks what the bot can tell.</summary>
    public static bool AsksToFollow(this Reading reading) =>
        reading.Has(WordRole.Following) || reading.Has(WordRole.Departure) || reading.Has(WordRole.Platform) || reading.Has(WordRole.LeftNetwork)
        || reading.Contains("maintenant") || reading.Contains("desormais") || reading.Contains("now")
        || reading.Contains("plateformes") || reading.Contains("platforms");

    private static bool IsAskingWord(string folded) =>
        (QuestionReader.Corrected(folded) ?? folded) is "ou" or "where" or "quand" or "when" or "pourquoi" or "why" or "pk" or "pq" or "pkoi" or "pourkoi"
            or "raison" or "raisons" or "reason" or "reasons" or "quelle" or "quelles" or "quel" or "quels" or "what" or "which";

    public static bool AsksReasons(this Reading reading) =>
        reading.Contains("raison") || reading.Contains("raisons") || reading.Contains("motif") || reading.Contains("motifs")
        || reading.Contains("reason") || reading.Contains("reasons");

    /// <summary>Whether a list can be narrowed by what the question names.</summary>
    public static bool NamesFilter(this Reading reading) => reading.Kinds.Count > 0 || reading.Platforms.Count > 0 || reading.Reasons.Count > 0;

    /// <summary>«quelles librairies ont quitté X ?»: a list of everybody would not answer.</summary>
    public static bool AsksForeignNoun(this Reading reading)
    {
        for (var i = 0; i + 1 < reading.Words.Length; i++)
        {
            var asks = reading.Words[i].Folded is "quel" or "quelle" or "quels" or "quelles" or "which" or "what" or "many" or "combien";
            var noun = reading.FoldedAt(i + 1) is "de" or "d" or "of" ? i + 2 : i + 1;
            if (asks && noun < reading.Words.Length && reading.Roles[noun] == WordRole.Foreign)
                return true;
        }

        return false;
    }

    /// <summary>Whether that word is one of those that nobody knows.</summary>
    public static bool IsForeign(this Reading reading, string folded)
    {
        for (var i = 0; i < reading.Words.Length; i++)
        {
            if (reading.Roles[i] == WordRole.Foreign && reading.Words[i].Folded == folded)
                return true;
        }

        return false;
    }
}
