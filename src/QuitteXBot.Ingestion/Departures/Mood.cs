namespace QuitteXBot.Ingestion.Departures;

/// <summary>Whether a verb or noun is told as a fact, denied, or only considered: by its form and the words that govern it.</summary>
internal sealed class Mood(DepartureReading reading)
{
    private const int Reach = 14;

    public TriggerForm FormOf(int verb)
    {
        var words = reading.Words;
        var word = words.At(verb);
        var last = word;
        if (word is "met" or "mettent" or "mettra" or "mettront" or "mis" or "mise")
            return TriggerForm.Finite;
        return last.EndsWith("er", StringComparison.Ordinal) || last.EndsWith("ir", StringComparison.Ordinal) || word.EndsWith("dre", StringComparison.Ordinal) || word is "clore" or "mettre" or "dire"
            || (word is "leave" or "quit" or "exit" or "delete" or "close" or "abandon" or "withdraw" or "suspend" or "stop" or "stay" or "remain" or "keep" or "return" or "ditch" or "deactivate" or "freeze"
                && words.At(verb - 1) is "to" or "will" or "would" or "could" or "should" or "might" or "may" or "must" or "can" or "not" or "ll" or "definitively" or "officially")
            ? TriggerForm.Infinitive : TriggerForm.Finite;
    }

    public Modality Of(SentenceWords sentence, int verb, TriggerForm form)
    {
        var asserted = OfAssertion(sentence, verb, form);
        if (asserted == Modality.Hypothetical)
            return asserted;
        return IsNegated(sentence, verb) ? Denial(sentence, verb) : Refused(sentence, verb, form) ? Modality.Denied : asserted;
    }

    /// <summary>As <see cref="Of"/>, where a negation belongs to the action itself ("ne publiera plus").</summary>
    public Modality OfAssertion(SentenceWords sentence, int verb, TriggerForm form)
    {
        if (reading.EndsAsQuestion(sentence) && !reading.IsQuoted(verb))
            return Modality.Hypothetical;
        if (IsConditional(verb) && !AnnouncedBefore(sentence, verb))
            return Modality.Hypothetical;
        if (Subordinated(sentence, verb) || (form == TriggerForm.Finite && Wished(sentence, verb)))
            return Modality.Hypothetical;
        return form == TriggerForm.Infinitive ? Governed(sentence, verb) : IsCall(verb) ? Modality.Hypothetical : Modality.Asserted;
    }

    public Modality OfNoun(SentenceWords sentence, int noun)
    {
        if (reading.EndsAsQuestion(sentence))
            return Modality.Hypothetical;
        for (var i = noun - 1; i >= Math.Max(sentence.First, noun - 8) && !Breaks(i); i--)
        {
            if (Governors.Settles(reading.Words, i) && reading.Words.At(i) is not ("is" or "are" or "dit" or "by" or "has" or "have" or "had" or "after" or "apres"))
                return IsNegated(sentence, i) ? Modality.Denied : IsConditional(i) ? Modality.Hypothetical : Modality.Asserted;
            if (Governors.Refuses(reading.Words, i))
                return Modality.Denied;
            if (reading.Words.At(i) is not ("pour" or "question" or "mouvement" or "tribune" or "campagne" or "motion" or "if" or "can") && Governors.Unsettles(reading.Words, i))
                return Modality.Hypothetical;
        }

        return reading.Words.At(noun - 1) is "un" or "tout" or "eventuel" or "possible" or "prochain" or "any" or "a" or "possible" ? Modality.Hypothetical : Modality.Asserted;
    }

    // "quitterait", "would leave".
    private bool IsConditional(int verb)
    {
        for (var i = verb; i >= Math.Max(0, verb - 2); i--)
        {
            var word = reading.Words.At(i);
            if (word.EndsWith("rait", StringComparison.Ordinal) || word.EndsWith("raient", StringComparison.Ordinal) || word is "would")
                return true;
            if (i < verb && !(word is "plus" or "y" or "pas" or "etre"))
                break;
        }

        return false;
    }

    // "a annoncé qu'elle quitterait X": the conditional is a future told in the past.
    private bool AnnouncedBefore(SentenceWords sentence, int verb)
    {
        var that = false;
        for (var i = verb - 1; i >= Math.Max(sentence.First, verb - 20); i--)
        {
            that |= reading.Words.At(i) is "qu" or "que" or "that" or "it" or "they";
            if (that && Governors.Settles(reading.Words, i) && reading.Words.At(i) is not ("compt" or "is" or "are" or "by"))
                return true;
        }

        return false;
    }

    // "si la Ville quitte X", "avant que", "bien que": not told as a fact.
    private bool Subordinated(SentenceWords sentence, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(sentence.First, verb - Reach); i--)
        {
            if (!reading.Words.Adjoins(i))
                return false;
            if (reading.Words.At(i) is "si" or "if" or "whether" || (reading.Words.At(i) == "s" && reading.Words.At(i + 1) is "il" or "ils") || (reading.Words.At(i) == "faut" && verb - i < 4))
                return reading.Words.At(i) != "si" || reading.Words.At(i + 1) is not ("bien" or "peu");
        }

        return false;
    }

    // "demande que la Ville quitte X", "pour que", "avant que".
    private bool Wished(SentenceWords sentence, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(sentence.First + 1, verb - Reach) && !Breaks(i); i--)
        {
            if (reading.Words.At(i) is not ("que" or "qu" or "that"))
                continue;
            for (var governor = i - 1; governor >= Math.Max(sentence.First, i - 3) && reading.Words.Adjoins(governor); governor--)
            {
                if (Governors.Settles(reading.Words, governor))
                    return false;
                if (Governors.Unsettles(reading.Words, governor) || reading.Words.At(governor) is "avant" or "afin" or "sans" or "attend" or "attendent" or "espere" or "esperent" or "hope" or "hopes")
                    return true;
            }

            return false;
        }

        return false;
    }

    private Modality Governed(SentenceWords sentence, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(sentence.First, verb - Reach) && !Breaks(i); i--)
        {
            if (Governors.Refuses(reading.Words, i))
                return Modality.Asserted;
            if (Governors.Settles(reading.Words, i))
                return IsConditional(i) ? Modality.Hypothetical : Modality.Asserted;
            if (reading.Words.At(i) is "intention" or "intentions" && IsNegated(sentence, i))
                return Modality.Asserted;
            if (reading.Words.At(i) is "intention" or "intentions" || (reading.Words.At(i) == "pour" && verb - i > 2))
                continue;
            if (Governors.Unsettles(reading.Words, i) && !(reading.Words.At(i) == "would" && AnnouncedBefore(sentence, verb)))
                return IsNegated(sentence, i) && reading.Words.At(i) is not "pour" ? Modality.Asserted : Modality.Hypothetical;
        }

        return Modality.Hypothetical;
    }

    private bool Refused(SentenceWords sentence, int verb, TriggerForm form)
    {
        for (var i = verb - 1; form == TriggerForm.Infinitive && i >= Math.Max(sentence.First, verb - Reach) && !Breaks(i); i--)
        {
            var governor = Governors.Unsettles(reading.Words, i) || Governors.Settles(reading.Words, i) || reading.Words.At(i) is "intention" or "intentions";
            if (reading.Words.At(i) == "pour" && verb - i > 2)
                continue;
            if (Governors.Refuses(reading.Words, i) || (governor && IsNegated(sentence, i)))
                return true;
            if (governor)
                return false;
        }

        return false;
    }

    // "n'a pas encore quitté X" denies nothing of the future.
    private Modality Denial(SentenceWords sentence, int verb)
    {
        for (var i = Math.Max(sentence.First, verb - 4); i < Math.Min(sentence.End, verb + 4); i++)
        {
            if (reading.Words.At(i) is "encore" or "yet" or "jamais" or "never")
                return Modality.Hypothetical;
        }

        return Modality.Denied;
    }

    private bool IsNegated(SentenceWords sentence, int verb)
    {
        var words = reading.Words;
        if (words.At(verb - 1) is "no" or "aucun" or "aucune")
            return true;
        for (var i = verb - 1; i >= Math.Max(sentence.First, verb - 5); i--)
        {
            if (words.At(i) is "not" or "never" or "t" && i >= verb - 3)
                return true;
            if (words.At(i) is not ("ne" or "n"))
                continue;
            for (var j = i + 1; j < Math.Min(sentence.End, verb + 4); j++)
            {
                if (words.At(j) is "pas" or "jamais" or "nullement" or "aucunement" || (words.At(j) == "plus" && j < verb))
                    return true;
            }
        }

        return false;
    }

    // "Quittons X !", "Quittez X": a call to the reader.
    private bool IsCall(int verb) =>
        (reading.Words.At(verb).EndsWith("ons", StringComparison.Ordinal) && reading.Words.At(verb - 1) is not ("nous" or "y"))
        || (reading.Words.At(verb).EndsWith("ez", StringComparison.Ordinal) && reading.Words.At(verb - 1) is not "vous");

    private bool Breaks(int word) => reading.Words.GapAfter(word).IndexOfAny(";:.«»") >= 0;
}
