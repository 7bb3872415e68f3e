
namespace QuitteXBot.Ingestion.Departures;

/// <summary>Who does what a trigger tells: the subject, the agent or the owner that the sentence gives, else the one of whom the text speaks.</summary>
internal sealed class SubjectFinder(DepartureReading reading, ActorList actors)
{
    private readonly ActorGroups groups = new(reading, actors);

    private const int PronounReach = 6;
    private const int OwnerReach = 6;

    // No sentence that is read by people puts its subject farther away.
    public const int SubjectReach = 80;

    private static readonly HashSet<string> Reporting =
        ["annonce", "indique", "explique", "declare", "precise", "affirme", "confirme", "ajoute", "souligne", "revele", "rapporte", "ecrit", "dit", "says", "said", "announced", "according"];

    private static readonly HashSet<string> Conjunctions =
        ["que", "qu", "et", "ou", "mais", "car", "donc", "puis", "si", "lorsque", "quand", "dont", "or", "alors", "ainsi", "pourquoi", "comment", "quoi", "that", "and", "but", "when", "why", "how", "est", "c"];

    private static readonly HashSet<string> Plural = ["ils", "elles", "they", "leur", "leurs", "their"];

    private static readonly HashSet<string> Singular = ["il", "elle", "it", "son", "sa", "ses", "its", "his", "her"];

    /// <param name="trigger">Outside quotation marks.</param>
    /// <param name="before">Who left in the departure told before, for "ils", "leur" and "fait de même".</param>
    public IReadOnlyList<Actor> Find(Trigger trigger, IReadOnlyList<Actor> before)
    {
        var sentence = reading.Sentences[trigger.Sentence];
        var found = trigger.Form switch
        {
            TriggerForm.Noun => Owner(trigger, sentence) ?? NotMerelyTelling(trigger, BySubject(trigger, sentence, before)),
            TriggerForm.Over => ForWhom(trigger, sentence),
            TriggerForm.Passive => InAccount(trigger, sentence) ?? Agent(trigger, sentence) ?? BySubject(trigger, sentence, before),
            _ => BySubject(trigger, sentence, before),
        };
        return [.. found.Where(actor => actor.CanLeave)];
    }

    // "le maire a justifié la mise en sommeil du compte": a person who speaks of a departure that is not said to be theirs does not leave.
    private static IReadOnlyList<Actor> NotMerelyTelling(Trigger trigger, IReadOnlyList<Actor> subjects) =>
        trigger.Possessive ? subjects : [.. subjects.Where(subject => subject.Kind != ActorKind.Person)];

    private IReadOnlyList<Actor> BySubject(Trigger trigger, SentenceWords sentence, IReadOnlyList<Actor> before)
    {
        var pronoun = Pronoun(trigger, sentence);
        var nearest = Nearest(trigger, sentence, pronoun);
        if (nearest >= 0)
        {
            var group = groups.Coordinated(nearest, groups.InBrackets(nearest, sentence));
            if (group.Any(actor => actor.CanLeave) || actors[nearest].Kind == ActorKind.Unnamed)
                return group;
            if (actors[nearest].Kind == ActorKind.Group)
                return groups.Listed(trigger, sentence) is { Count: > 0 } listed ? listed : pronoun.Length > 0 || !actors[nearest].Stated ? Antecedents(trigger, before, isPlural: true) : [];
        }

        if (nearest < 0 && groups.NamesGroup(trigger, sentence) && groups.Listed(trigger, sentence) is { Count: > 0 } members)
            return members;
        if (nearest < 0 && Opens(trigger, sentence) && Following(trigger, sentence) is { Count: > 0 } following)
            return following;
        return pronoun.Length == 0 ? [] : Antecedents(trigger, before, Plural.Contains(pronoun));
    }

    // The nearest one before the verb that is no complement, or any for "qui".
    private int Nearest(Trigger trigger, SentenceWords sentence, string pronoun)
    {
        if (pronoun is "qui" or "which" or "who")
            return Antecedent(trigger, sentence);
        var best = -1;
        var other = -1;
        var inverted = -1;
        for (var i = actors.IndexFrom(Math.Max(sentence.First, trigger.First - SubjectReach)); i < actors.Count && actors[i].First < trigger.First; i++)
        {
            var actor = actors[i];
            if (actor.End > trigger.First || (actor.Preposition is not null && !TurnOf(actor)))
                continue;
            if (pronoun is "ils" or "elles" or "they" && actor.Kind != ActorKind.Group && groups.Coordinated(i).Count < 2)
                continue;
            // "Décision prise : la Ville quitte X": what stands before a colon is another clause.
            if (actor.First > sentence.First && reading.Words.GapAfter(actor.First - 1).Contains(':'))
                (best, other, inverted) = (-1, -1, -1);
            if (Inverted(actor))
                inverted = i;
            else if (IsSubject(actor, sentence) || TurnOf(actor))
                best = i;
            else
                other = i;
        }

        return best >= 0 ? best : other >= 0 ? other : inverted;
    }

    // "…, présidente du Département, qui quittera X": the whole phrase before "qui", not the complement in it.
    private int Antecedent(Trigger trigger, SentenceWords sentence)
    {
        var last = actors.IndexFrom(trigger.First) - 1;
        if (last < 0 || actors[last].First < sentence.First)
            return -1;
        var whole = last;
        for (var i = last - 1; i >= 0 && actors[i].First >= sentence.First && i >= last - 4; i--)
        {
            if (actors[i].End >= actors[last].End)
                whole = i;
        }

        return whole;
    }

    // "c'est au tour de la Ville de quitter X", "la décision de la Ville de quitter X".
    private bool TurnOf(Actor actor)
    {
        if (actor.Preposition is not ("de" or "d'" or "du"))
            return false;
        var before = actor.First - 1;
        while (reading.Words.At(before) is "la" or "le" or "l" or "de" or "d" or "du")
            before--;
        return reading.Words.At(before) is "tour" or "part" or "decision" or "choix" or "annonce";
    }

    // Behind a verb stands its object ("a rejoint le mouvement et quitté X"), before it the subject.
    private bool IsSubject(Actor actor, SentenceWords sentence)
    {
        var before = actor.First - 1;
        return before < sentence.First || !reading.Words.Adjoins(before) || Conjunctions.Contains(reading.Words.At(before)) || LightWords.Is(reading, before);
    }

    // "…, a annoncé Jean Dupont, …": the one who tells it, not the one who leaves.
    private bool Inverted(Actor actor) => Reporting.Contains(reading.Words.At(actor.First - 1)) && reading.Words.Adjoins(actor.First - 1);

    private string Pronoun(Trigger trigger, SentenceWords sentence)
    {
        if (trigger.Possessive)
            return reading.Words.At(trigger.Head - 1);
        for (var i = trigger.Head - 1; i >= Math.Max(sentence.First, trigger.Head - PronounReach); i--)
        {
            var word = reading.Words.At(i);
            if (word is "qui" or "which" or "who" || Plural.Contains(word) || Singular.Contains(word))
                return word;
            if (actors.Count > 0 && actors.IndexFrom(i) is var next && next < actors.Count && actors[next].First == i)
                break;
        }

        // "a annoncé son intention de quitter X": no pronoun at the verb; a sentence that opens with one speaks of those before.
        for (var i = sentence.First; i < Math.Min(trigger.Head, sentence.First + 4); i++)
        {
            if (reading.Words.At(i) is "il" or "elle" or "ils" or "elles" or "it" or "they")
                return reading.Words.At(i);
        }

        return "";
    }

    // "Après avoir quitté X, la Ville…": the subject stands behind.
    private List<Actor> Following(Trigger trigger, SentenceWords sentence)
    {
        for (var i = actors.IndexFrom(trigger.End); i < actors.Count && actors[i].First < Math.Min(sentence.End, trigger.End + SubjectReach); i++)
        {
            if (actors[i].Preposition is null && actors[i].CanLeave)
                return groups.CoordinatedFrom(i, sentence);
        }

        return [];
    }

    private bool Opens(Trigger trigger, SentenceWords sentence) =>
        trigger.Head - sentence.First <= 3 && (reading.Words.At(sentence.First) is "apres" or "ayant" or "en" or "after" or "having" or "by") && trigger.Form != TriggerForm.Noun;

    private List<Actor>? Owner(Trigger trigger, SentenceWords sentence)
    {
        if (trigger.Possessive)
            return null;
        for (var i = actors.IndexFrom(trigger.Head); i < actors.Count && actors[i].First < Math.Min(sentence.End, trigger.End + OwnerReach); i++)
        {
            if (actors[i].Preposition is "par" or "by" || (actors[i].Preposition is "de" or "d'" or "du" or "des" or "of" && actors[i].First <= trigger.End + 1))
                return groups.CoordinatedFrom(i, sentence);
        }

        // "the city's departure from X".
        var previous = actors.IndexFrom(trigger.Head) - 1;
        return reading.Words.At(trigger.Head - 1) == "s" && previous >= 0 && actors[previous].End >= trigger.Head - 1 ? groups.Coordinated(previous) : null;
    }

    private List<Actor>? InAccount(Trigger trigger, SentenceWords sentence)
    {
        for (var i = actors.IndexFrom(trigger.First); i < actors.Count && actors[i].First < trigger.Head; i++)
        {
            if (actors[i].CanLeave)
                return groups.CoordinatedFrom(i, sentence);
        }

        return null;
    }

    private List<Actor> ForWhom(Trigger trigger, SentenceWords sentence)
    {
        var next = actors.IndexFrom(trigger.End - 1);
        return next < actors.Count && actors[next].First < Math.Min(sentence.End, trigger.End + 2) && actors[next].CanLeave ? groups.CoordinatedFrom(next, sentence) : [];
    }

    private List<Actor>? Agent(Trigger trigger, SentenceWords sentence)
    {
        for (var i = actors.IndexFrom(trigger.End); i < actors.Count && actors[i].First < Math.Min(sentence.End, trigger.End + OwnerReach); i++)
        {
            if (actors[i].Preposition is "par" or "by")
                return groups.CoordinatedFrom(i, sentence);
        }

        return null;
    }

    private IReadOnlyList<Actor> Antecedents(Trigger trigger, IReadOnlyList<Actor> before, bool isPlural)
    {
        if (isPlural)
            return before.Count > 1 ? before : [];
        // The subject of the sentence before, within the same stretch of text.
        for (var sentence = trigger.Sentence - 1; sentence >= Math.Max(0, trigger.Sentence - 2); sentence--)
        {
            var words = reading.Sentences[sentence];
            for (var i = actors.IndexFrom(words.First); i < actors.Count && actors[i].First < Math.Min(words.End, words.First + SubjectReach); i++)
            {
                if (actors[i].Preposition is null && actors[i].CanLeave)
                    return [actors[i]];
            }
        }

        return before.Count == 1 ? before : [];
    }
}
