using QuitteXBot.Core.Departures;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Finds the words of a sentence that tell of an action on X.</summary>
internal sealed class TriggerFinder(DepartureReading reading, NetworkMentions networks)
{
    private readonly TriggerObjects objects = new(reading, networks);

    private static readonly HashSet<string> Announcing =
        ["annonce", "annoncer", "annoncent", "annoncait", "annoncera", "officialise", "officialiser", "officialisent", "confirme", "confirmer", "confirment", "acte", "acter", "acte", "revele", "reveler",
         "justifie", "justifier", "justifient", "explique", "expliquer", "expliquent", "motive", "motiver", "announce", "announces", "announced", "announcing", "confirms", "confirmed", "explained", "explains"];

    // "son départ à la retraite", "leur départ de la Région": another departure.
    private static readonly HashSet<string> OtherDeparture =
        ["de", "d", "du", "des", "a", "au", "aux", "vers", "pour", "en", "volontaire", "volontaires", "anticipe", "definitif", "force", "sur", "chez", "avec", "from", "to", "for", "of", "as", "par"];

    private readonly Mood mood = new(reading);

    public IEnumerable<Trigger> Find(int sentence)
    {
        var words = reading.Sentences[sentence];
        for (var i = words.First; i < words.End; i++)
        {
            var trigger = Verb(sentence, i) ?? Ending(sentence, i) ?? Noun(sentence, i) ?? Same(sentence, i) ?? Over(sentence, i);
            if (trigger is null)
                continue;
            yield return trigger;
            i = Math.Max(i, trigger.End - 1);
        }
    }

    private Trigger? Verb(int sentence, int i)
    {
        var (length, verbs) = ActionVerbs.Verbs.At(reading.Words, i);
        if (length == 0 || IsNoun(i))
            return null;
        var verb = verbs[0];
        var behind = i + length;
        switch (verb.Complement)
        {
            case Complement.Network:
                return objects.Network(sentence, behind) is { } network ? Found(sentence, i, network, verb, "leaving-verb") : null;
            case Complement.OnNetwork when Discusses(i, behind):
                return null;
            case Complement.OnNetwork:
                return objects.OnNetwork(sentence, behind) is { } place ? Found(sentence, i, place, verb, "place-verb") : null;
            case Complement.Account:
                if (objects.Account(sentence, behind) is { } account)
                    return Found(sentence, i, account, verb, "account-verb");
                return Passive(sentence, i, verb);
            default:
                if (networks.IsNamedAt(behind))
                    return Found(sentence, i, networks.EndOf(behind), new ActionVerb(DepartureAction.Leaves, Complement.Network), "stops-network");
                return objects.Posting(sentence, behind) is { } posting ? Found(sentence, i, posting, verb, "ending-verb") : null;
        }
    }

    private Trigger Found(int sentence, int verb, int end, ActionVerb action, string rule)
    {
        var form = mood.FormOf(verb);
        var modality = mood.Of(reading.Sentences[sentence], verb, form);
        return new Trigger(sentence, verb, verb, end, action.Action, form, modality, action.Strong, rule);
    }

    // "n'y publiera plus", "ne plus alimenter son compte X", "n'est plus actif sur X".
    private Trigger? Ending(int sentence, int i)
    {
        var words = reading.Words;
        if (words.At(i) is not ("plus" or "longer" or "rien") || (words.At(i) == "longer" && words.At(i - 1) != "no") || (words.At(i) == "rien" && words.At(i - 1) is not "plus"))
            return null;
        var (low, high) = (reading.Sentences[sentence].First, reading.Sentences[sentence].End);
        var negation = -1;
        for (var back = i - 1; back >= Math.Max(low, i - 5) && negation < 0; back--)
        {
            if (words.At(back) is "ne" or "n" or "no")
                negation = back;
        }

        if (negation < 0)
            return null;
        for (var verb = negation + 1; verb < Math.Min(high, i + 5); verb++)
        {
            if (verb == i || ActionVerbs.Posting.At(words, verb).Length == 0)
                continue;
            var present = words.At(verb) is "sur" or "on" || words.At(verb).StartsWith("present", StringComparison.Ordinal) || words.At(verb).StartsWith("figur", StringComparison.Ordinal);
            if (words.At(verb) is "sur" or "on" && words.At(i - 1) is not ("est" or "sont" or "sera" or "seront" or "etait" or "etaient" or "is" or "are" or "no"))
                continue;
            var from = words.At(verb) is "sur" or "on" ? verb : verb + 1;
            var end = objects.PlaceOfPosting(sentence, negation, from);
            if (end is null)
                continue;
            var form = words.At(negation + 1) == "plus" ? TriggerForm.Infinitive : TriggerForm.Finite;
            return new Trigger(
                sentence, negation, form == TriggerForm.Finite && words.At(i) == "longer" ? verb : negation + 1, end.Value, present ? DepartureAction.Leaves : DepartureAction.Dormant, form,
                mood.OfAssertion(reading.Sentences[sentence], negation, form), false, "no-longer");
        }

        return null;
    }

    // "Le compte X de la Ville sera fermé", "X est abandonné par la Ville".
    private Trigger? Passive(int sentence, int verb, ActionVerb action)
    {
        var words = reading.Words;
        if (words.At(verb - 1) is not ("est" or "sont" or "sera" or "seront" or "ete" or "etait" or "was" or "were" or "is" or "are" or "been" or "be" or "definitivement" or "officiellement"))
            return null;
        var by = words.At(verb + 1) is "par" or "by" && (networks.IsAt(verb + 2) || networks.IsAt(verb + 3));
        var account = -1;
        var network = false;
        for (var i = verb - 1; i >= Math.Max(reading.Sentences[sentence].First, verb - 16); i--)
        {
            network |= networks.IsAt(i);
            if (objects.IsAccount(i))
                account = i;
        }

        // A suspension is the network's doing unless it is told as a plan: "a été suspendu".
        if (by || account < 0 || !network || (action.Action == DepartureAction.Suspends && words.At(verb - 1) == "ete"))
            return null;
        return new Trigger(
            sentence, account, verb, verb + 1, action.Action, TriggerForm.Passive, mood.OfAssertion(reading.Sentences[sentence], verb, TriggerForm.Passive), action.Strong, "account-passive");
    }

    private Trigger? Noun(int sentence, int i)
    {
        var (length, nouns) = ActionVerbs.Nouns.At(reading.Words, i);
        if (length == 0)
            return null;
        var (action, behind) = (nouns[0], i + length);
        var possessive = reading.Words.At(i - 1) is "son" or "leur" or "sa" or "leurs" or "its" or "their" or "his" or "her";
        var end = action.Complement switch
        {
            Complement.Account => objects.Account(sentence, behind),
            Complement.OnNetwork => objects.OnNetwork(sentence, behind),
            _ => objects.NounNetwork(sentence, behind),
        };
        if (end is null && possessive && action.Complement == Complement.Network && Announced(sentence, i) && networks.LastBefore(reading.Words.Count)
            && !(reading.Words.Adjoins(behind - 1) && OtherDeparture.Contains(reading.Words.At(behind))))
            end = behind;
        return end is null ? null : new Trigger(
            sentence, i, i, end.Value, action.Action, TriggerForm.Noun, mood.OfNoun(reading.Sentences[sentence], i), action.Strong, "leaving-noun") { Possessive = possessive };
    }

    private bool Announced(int sentence, int noun)
    {
        for (var i = noun - 1; i >= Math.Max(reading.Sentences[sentence].First, noun - 7); i--)
        {
            if (Announcing.Contains(reading.Words.At(i)))
                return true;
        }

        return false;
    }

    // "ont fait de même", "en fait autant", "lui emboîte le pas".
    private Trigger? Same(int sentence, int i)
    {
        var words = reading.Words;
        var length =
            words.At(i) is "fait" or "font" or "faire" or "fera" or "feront" or "feraient" or "ferait" or "firent" or "fit" && (words.Matches(i + 1, "de", "meme") || words.At(i + 1) is "autant" or "pareil")
                ? words.At(i + 1) == "de" ? 3 : 2
            : words.At(i).StartsWith("emboit", StringComparison.Ordinal) && words.Matches(i + 1, "le", "pas") ? 3
            : words.Matches(i, "follow", "suit") || words.Matches(i, "followed", "suit") || words.Matches(i, "follows", "suit") || words.Matches(i, "did", "likewise") ? 2
            : words.Matches(i, "did", "the", "same") || words.Matches(i, "does", "the", "same") || words.Matches(i, "do", "the", "same") ? 3
            : 0;
        if (length == 0)
            return null;
        var form = words.At(i) == "faire" ? TriggerForm.Infinitive : TriggerForm.Finite;
        return new Trigger(
            sentence, i, i, i + length, DepartureAction.Leaves, TriggerForm.Same, mood.Of(reading.Sentences[sentence], i, form), false, "same-as-before");
    }

    // "X, c'est fini pour la Ville", "clap de fin sur X pour l'université".
    private Trigger? Over(int sentence, int i)
    {
        var words = reading.Words;
        var bounds = reading.Sentences[sentence];
        if (!(words.At(i) is "fini" or "termine" or "over" || words.Matches(i, "clap", "de", "fin") || words.Matches(i, "fin", "de", "partie")))
            return null;
        var network = false;
        for (var near = Math.Max(bounds.First, i - 5); near < Math.Min(bounds.End, i + 7); near++)
            network |= networks.IsNamedAt(near);
        for (var end = i + 1; network && end < Math.Min(bounds.End, i + 8); end++)
        {
            if (words.At(end) is "pour" or "for")
                return new Trigger(sentence, i, i, end, DepartureAction.Leaves, TriggerForm.Over, mood.OfAssertion(bounds, i, TriggerForm.Over), false, "over-for");
        }

        return null;
    }

    // "revient sur X et ses dérives": speaks of it again.
    private bool Discusses(int verb, int behind)
    {
        for (var i = behind; i < Math.Min(reading.Words.Count, behind + 4); i++)
        {
            if (networks.IsAt(i))
                return reading.Words.At(verb).StartsWith("rev", StringComparison.Ordinal) && reading.Words.At(networks.EndOf(i)) == "et" && reading.Words.At(networks.EndOf(i) + 1) is "ses" or "son" or "sa" or "les" or "la" or "le" or "l";
        }

        return false;
    }

    private bool IsNoun(int i) => reading.Words.At(i) is "left" or "close" && reading.Words.At(i - 1) is "the" or "on";
}
