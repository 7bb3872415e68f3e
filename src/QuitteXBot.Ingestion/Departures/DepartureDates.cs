using QuitteXBot.Ingestion.Dates;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>When a departure was announced and from when it holds, as the sentence that tells it says.</summary>
internal sealed class DepartureDates(DepartureReading reading, IEnumerable<Trigger> triggers)
{
    private readonly Dictionary<int, FoundDate?> effects = [];
    private readonly ILookup<int, Trigger> bySentence = triggers.ToLookup(trigger => trigger.Sentence);

    private const int Reach = 25;

    private static readonly HashSet<string> Announcing =
        ["annonce", "annoncer", "annoncent", "annoncait", "officialise", "officialiser", "officialisent", "confirme", "confirmer", "confirment", "indique", "indiquer", "indiquent", "declare", "declarent", "savoir", "revele",
         "explique", "expliquent", "precise", "communique", "decide", "decident", "acte", "vote", "announced", "announces", "announce", "confirmed", "confirms", "said", "says", "declared"];

    // A date beside these is that of something else: "rachat en 2022", "élue en 2021".
    private static readonly HashSet<string> Elsewhere =
        ["rachat", "rachete", "rachetee", "cree", "creee", "creation", "ouvert", "ouverte", "lance", "acquisition", "elu", "elue", "election", "nomme", "nommee", "inscrit", "inscrite", "arrivee", "fonde", "fondee",
         "present", "presente", "presents", "presentes", "actif", "active", "bought", "acquired", "takeover", "created", "founded", "elected", "joined", "launched", "rejoint", "acquis", "investiture"];

    private static readonly HashSet<string> TakingEffect = ["effet", "effectif", "effective", "effectifs", "effectives", "interviendra", "vigueur", "effect", "effectue"];

    public (FoundDate? Announced, FoundDate? Effective) Of(Trigger trigger)
    {
        var sentence = reading.Sentences[trigger.Sentence];
        FoundDate? announced = null;
        FoundDate? effective = null;
        var near = new SentenceWords(Math.Max(sentence.First, trigger.First - Reach), Math.Min(sentence.End, trigger.End + Reach));
        foreach (var date in reading.DatesIn(near).OrderBy(date => Distance(trigger, date)))
        {
            if (date.Kind == DateKind.Until || reading.IsQuoted(WordOf(date)) != reading.IsQuoted(trigger.Head) || IsElsewhere(sentence, date)
                || BelongsToOther(trigger, date))
                continue;
            if (IsAnnouncement(trigger, sentence, date))
                announced ??= date;
            else if (!(date.Kind == DateKind.Since && !SinceThen(trigger, sentence, date)))
                effective ??= date;
        }

        return (announced, effective);
    }

    /// <summary>"Cette décision prendra effet le 31 janvier": a date in a sentence that speaks of the departure told before.</summary>
    public FoundDate? TakesEffect(int sentenceIndex)
    {
        if (!effects.TryGetValue(sentenceIndex, out var date))
            effects[sentenceIndex] = date = EffectIn(sentenceIndex);
        return date;
    }

    private FoundDate? EffectIn(int sentenceIndex)
    {
        var sentence = reading.Sentences[sentenceIndex];
        var speaks = false;
        for (var i = sentence.First; i < sentence.End && !speaks; i++)
            speaks = TakingEffect.Contains(reading.Words.At(i)) && !reading.IsQuoted(i);
        return speaks ? reading.DatesIn(sentence).FirstOrDefault(date => date.Kind != DateKind.Until && !reading.IsQuoted(WordOf(date)) && !IsElsewhere(sentence, date)) : null;
    }

    private bool IsAnnouncement(Trigger trigger, SentenceWords sentence, FoundDate date)
    {
        if (date.Kind is DateKind.From or DateKind.Since)
            return false;
        var at = WordOf(date);
        if (IsPlanned(at) || IsNext(date) || (reading.Published is { } published && date.Date.First > published.Last))
            return false;
        var announcing = AnnouncingBefore(sentence, trigger.Head);
        if (announcing < 0)
            return AnnouncedBehind(sentence, trigger, at);
        if (at < trigger.Head || trigger.Form is TriggerForm.Noun or TriggerForm.Infinitive)
            return true;
        // "a annoncé qu'elle quitterait X le 31 janvier": the date belongs to the nearer verb.
        return AnnouncedBehind(sentence, trigger, at);
    }

    // "quitte X, a annoncé lundi la Ville".
    private bool AnnouncedBehind(SentenceWords sentence, Trigger trigger, int date)
    {
        for (var i = Math.Max(trigger.End, date - 6); i < Math.Min(sentence.End, date + 1); i++)
        {
            if (Announcing.Contains(reading.Words.At(i)) && i > trigger.Head && reading.Words.At(i - 1) is "a" or "ont" or "avait" or "has" or "had" or "it" or "fait" or "l" or "indique" | reading.Words.GapAfter(i - 1).Contains(','))
                return true;
        }

        return false;
    }

    private int AnnouncingBefore(SentenceWords sentence, int head)
    {
        for (var i = head - 1; i >= Math.Max(sentence.First, head - 20); i--)
        {
            if (Announcing.Contains(reading.Words.At(i)))
                return i;
        }

        return -1;
    }

    // "son départ pour le 31 janvier", "prévu le", "effectif le".
    private bool IsPlanned(int date)
    {
        for (var i = date - 1; i >= Math.Max(0, date - 4) && reading.Words.Adjoins(i); i--)
        {
            if (reading.Words.At(i) is "pour" or "prevu" or "prevue" or "effectif" or "effective" or "effet" or "scheduled" or "effectifs" or "ici")
                return true;
        }

        return false;
    }

    // "le 31 janvier prochain": what is still to come was not announced then.
    private bool IsNext(FoundDate date)
    {
        var behind = reading.Words.IndexFrom(date.End);
        return IsNext(behind - 1) || (IsNext(behind) && reading.Words.Adjoins(behind - 1));
    }

    private bool IsNext(int word) => reading.Words.At(word) is "prochain" or "prochaine";

    private bool IsElsewhere(SentenceWords sentence, FoundDate date)
    {
        var at = WordOf(date);
        for (var i = at - 1; i >= Math.Max(sentence.First, at - 5) && reading.Words.GapAfter(i).IndexOfAny(",;:") < 0; i--)
        {
            if (Elsewhere.Contains(reading.Words.At(i)))
                return true;
        }

        return false;
    }

    // Of two triggers in one sentence a date belongs to the nearer one.
    private bool BelongsToOther(Trigger trigger, FoundDate date) =>
        bySentence[trigger.Sentence].SkipWhile(other => other.End < trigger.First - (2 * Reach)).TakeWhile(other => other.First < trigger.End + (2 * Reach))
            .Any(other => other != trigger && Distance(other, date) < Distance(trigger, date));

    private bool SinceThen(Trigger trigger, SentenceWords sentence, FoundDate date)
    {
        var at = WordOf(date);
        if (at - sentence.First <= 3)
            return true;
        return at >= trigger.End && at - trigger.End <= 5;
    }

    private int Distance(Trigger trigger, FoundDate date)
    {
        var at = WordOf(date);
        return at < trigger.First ? trigger.First - at : Math.Max(0, at - trigger.End);
    }

    private int WordOf(FoundDate date) => reading.Words.IndexFrom(date.Start);
}
