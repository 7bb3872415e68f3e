using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Reasons;

/// <summary>
/// Whether a quote denies the reason that its words name. What is denied is that the thing exists or is the motive ("ce n'est pas une question de haine",
/// "sans haine"), not what is done about it: "nous ne tolérons pas la haine" and "cela ne fait plus de doute" give the reason.
/// Of a good thing whose lack is the reason (values, moderation) only the motive can be denied: "sans modération" gives the reason.
/// </summary>
internal static class Negation
{
    private const int Reach = 12;

    private static readonly HashSet<string> Negators = ["pas", "plus", "jamais", "rien", "aucun", "aucune", "nullement", "aucunement", "guere", "not", "never", "no", "nothing"];

    // Verbs whose negation denies what follows: to be, to have, to suffer, to see, to speak of.
    private static readonly HashSet<string> Existence =
        ["est", "sont", "etait", "etaient", "sera", "seront", "fut", "serait", "ete", "etre", "a", "ont", "avait", "avons", "ai", "aura", "subi", "subit", "subissons", "vu", "voit",
         "voyons", "rencontre", "rencontrons", "constate", "constatons", "observe", "observons", "parle", "parlons", "trouve", "trouvons", "contient", "comporte", "reproche", "reprochons",
         "is", "was", "are", "were", "be", "been", "has", "have", "had", "see", "seen", "do", "does", "did"];

    // Verbs and nouns that name a motive: denied with them, anything is denied.
    private static readonly HashSet<string> Motive =
        ["agit", "agissait", "agira", "concerne", "tient", "tenait", "releve", "relevait", "vise", "explique", "motive", "motivee", "motives", "dicte", "dictee", "guide", "guidee",
         "lie", "liee", "lies", "liees", "due", "cause", "question", "affaire", "raison", "raisons", "motif", "voir", "rapport", "matter", "reason", "because", "about", "due",
         "driven", "motivated", "quittons", "quitte", "partons", "leaving", "invoque", "invoquons"];

    // What may stand between the denial and the reason.
    private static readonly HashSet<string> Small =
        ["la", "le", "les", "l", "de", "d", "du", "des", "un", "une", "moindre", "nulle", "quelconque", "toute", "tout", "cette", "ce", "ces", "c", "par", "pour", "a", "au", "aux", "en", "avec",
         "nous", "ici", "simple", "seule", "the", "of", "for", "some", "any", "to", "with", "by", "kind", "an", "discours", "propos", "acte", "actes", "forme", "sorte", "probleme", "problemes",
         "theorie", "theories", "speech", "issue", "problem", "nos", "our"];

    private static readonly HashSet<string> Only = ["seulement", "uniquement", "simplement", "exclusivement", "juste", "tant", "only", "just", "merely", "solely", "simply"];

    public static bool Denies(WordList words, int index, bool lackIsReason)
    {
        var motive = false;
        for (var i = index - 1; i >= Math.Max(0, index - Reach) && !Ends(words, i); i--)
        {
            var word = words.At(i);
            if (word is "sans" or "without")
                return !lackIsReason || motive;
            if (word is "ni" or "nor" or "neither")
                return (!lackIsReason || motive) && DeniesList(words, i);
            if (word is "non" || (word == "pas" && words.At(i - 1) == "non"))
                return !lackIsReason && !Refused(words, i);
            if (Negators.Contains(word))
                return !Only.Contains(words.At(i + 1)) && NegatesExistence(words, i, lackIsReason, motive);
            motive |= Motive.Contains(word);
            if (!Motive.Contains(word) && !Existence.Contains(word) && !Small.Contains(word))
                return false;
        }

        return false;
    }

    // "ni haine ni violence" denies; "nous n'acceptons ni la haine ni la violence" refuses them.
    private static bool DeniesList(WordList words, int index)
    {
        for (var i = index - 1; i >= Math.Max(0, index - Reach) && !Ends(words, i); i--)
        {
            if (words.At(i) is "ne" or "n")
                return Denying(words, i + 1);
            if (words.At(i) is "not")
                return Existence.Contains(words.At(i - 1));
        }

        return true;
    }

    // "n'est pas", "n'y a pas", "ne s'agit pas", "n'a jamais subi": the verb decides.
    private static bool NegatesExistence(WordList words, int negator, bool lackIsReason, bool motive)
    {
        if (words.At(negator) is "not" or "never" or "no" or "nothing")
            return (!lackIsReason || motive) && (Existence.Contains(words.At(negator - 1)) || motive || words.At(negator) == "no") && !Refused(words, negator);
        for (var i = negator - 1; i >= Math.Max(0, negator - 4); i--)
        {
            if (words.At(i) is not ("n" or "ne"))
                continue;
            var denies = Denying(words, i + 1) || (motive && !Transitive(words, negator));
            return denies && (!lackIsReason || motive || Motive.Contains(Verb(words, i + 1)));
        }

        // Spoken French drops the first half, "c'est pas une question de haine"; a phrase needs none, "aucune haine".
        return (!lackIsReason || motive) && !Refused(words, negator) && (words.At(negator) is "aucun" or "aucune" || Existence.Contains(words.At(negator - 1)));
    }

    private static bool Denying(WordList words, int index) => Existence.Contains(Verb(words, index)) || Motive.Contains(Verb(words, index));

    private static string Verb(WordList words, int index) => words.At(index) is "y" or "s" or "se" or "nous" or "en" ? words.At(index + 1) : words.At(index);

    private static bool Transitive(WordList words, int negator) => !Existence.Contains(words.At(negator - 1)) && !Motive.Contains(words.At(negator - 1));

    private static bool Refused(WordList words, int index)
    {
        for (var i = index - 1; i >= Math.Max(0, index - 6) && !Ends(words, i); i--)
        {
            if (words.At(i) is "disons" or "dit" or "dire" or "say" or "says" or "tolerate" or "tolerates" or "tolerons" or "tolere" or "accept" or "accepts" or "acceptons" or "accepte")
                return true;
        }

        return false;
    }

    private static bool Ends(WordList words, int index) => words.GapAfter(index).IndexOfAny(";.!") >= 0 || words.GapAfter(index).IndexOfAny("?:\n") >= 0;
}
