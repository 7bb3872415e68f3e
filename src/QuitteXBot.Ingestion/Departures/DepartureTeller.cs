using QuitteXBot.Core.Departures;
using QuitteXBot.Ingestion.Dates;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Goes through the places that tell of departures and puts down who, what, when and whereto.</summary>
internal sealed class DepartureTeller(DepartureReading reading, ActorList actors, QuoteSpeakers speakers)
{
    private const int EffectReach = 2;
    private const double InQuote = 0.7;
    private const double Certain = 0.95;
    private const double Unresolved = 0.75;
    private const double Deduced = 0.85;

    private readonly SubjectFinder subjects = new(reading, actors);
    private readonly DepartureBook book = new();
    private IReadOnlyList<DepartureBook.Entry>? organisations;

    public DepartureBook Tell(IReadOnlyList<Trigger> triggers)
    {
        var dates = new DepartureDates(reading, triggers);
        IReadOnlyList<Actor> before = [];
        var action = DepartureAction.Leaves;
        foreach (var trigger in triggers)
        {
            if (trigger.Modality == Modality.Hypothetical || (trigger.Form == TriggerForm.Same && before.Count == 0))
                continue;
            var told = trigger.Form == TriggerForm.Same ? trigger with { Action = action } : trigger;
            if (Action(told) is not { } done)
                continue;
            var who = reading.IsQuoted(trigger.Head) ? Speaker(trigger) : subjects.Find(told, before);
            if (who.Count == 0)
                continue;
            foreach (var actor in who)
                Put(told, actor, done, dates);
            if (done is not DepartureAction.Stays)
                (before, action) = (who, done);
        }

        TellEffects(dates);
        TellMoves();
        return book;
    }

    private static DepartureAction? Action(Trigger trigger)
    {
        if (trigger.Modality == Modality.Asserted)
            return trigger.Action;
        // "ne quittera pas X" stays; "ne reste pas sur X", "ne revient pas" say too little.
        return trigger.Action is DepartureAction.Stays or DepartureAction.Returns || trigger.Form == TriggerForm.Same ? null : DepartureAction.Stays;
    }

    private void Put(Trigger trigger, Actor actor, DepartureAction action, DepartureDates dates)
    {
        var words = reading.Words;
        var (first, end) = (Math.Min(trigger.First, actor.First), Math.Max(trigger.End, actor.End));
        if (reading.SentenceOf(first) != trigger.Sentence || reading.SentenceOf(end - 1) != trigger.Sentence)
            (first, end) = (trigger.First, trigger.End);
        var confidence = reading.IsQuoted(trigger.Head) ? InQuote : actor.OrganisationId is null && actor.Kind == ActorKind.Organisation ? Unresolved : actor.Stated ? Certain : Deduced;
        var entry = book.Add(actor, action, trigger.Strong, words[first].Start, words[end - 1].End, confidence);
        entry.Witness("action", trigger.Rule, words.Text[words[trigger.First].Start..words[trigger.End - 1].End]);
        entry.Witness("organisation", actor.Stated ? "named" : "stands-for", words.Text[words[actor.First].Start..words[actor.End - 1].End]);
        entry.Note ??= Note(trigger);
        if (action == DepartureAction.Stays)
            return;
        var (announced, effective) = dates.Of(trigger);
        entry.Announce(announced?.Date);
        entry.Begin(effective?.Date);
        foreach (var date in new[] { announced, effective }.OfType<FoundDate>())
            entry.Witness("date", date.Rule, words.Text[date.Start..date.End]);
    }

    // "nous quittons X" is the organisation's act, "je quitte X" the speaker's.
    private List<Actor> Speaker(Trigger trigger)
    {
        var span = reading.SpanOf(trigger.Head);
        for (var i = trigger.Head - 1; i >= Math.Max(0, trigger.Head - 10) && reading.SpanOf(i) == span; i--)
        {
            var actor = reading.Words.At(i) switch
            {
                "nous" or "notre" or "we" or "our" => speakers.Organisation(reading.Words[trigger.Head].Start, trigger.Head),
                "je" or "j" or "mon" or "i" or "my" => speakers.Person(reading.Words[trigger.Head].Start, trigger.Head),
                _ => null,
            };
            if (actor is not null)
                return [actor];
        }

        return [];
    }

    // "sans y avoir été active", "sans supprimer son compte": the text's own remark.
    private string? Note(Trigger trigger)
    {
        var words = reading.Words;
        var sentence = reading.Sentences[trigger.Sentence];
        for (var i = trigger.End; i < Math.Min(sentence.End, trigger.End + 3); i++)
        {
            if (words.At(i) is not ("sans" or "without"))
                continue;
            var end = i + 1;
            while (end < sentence.End && end - i < 10 && words.Adjoins(end - 1))
                end++;
            return words.Text[words[i].Start..words[end - 1].End];
        }

        return null;
    }

    private void TellEffects(DepartureDates dates)
    {
        foreach (var entry in book.Entries)
        {
            if (entry.Action == DepartureAction.Stays || entry.Effective is not null || reading.SentenceOf(reading.Words.IndexFrom(entry.Start)) is not (>= 0 and var told))
                continue;
            for (var sentence = told; sentence <= Math.Min(reading.Sentences.Count - 1, told + EffectReach); sentence++)
            {
                if (dates.TakesEffect(sentence) is not { } date || date.Date == entry.Announced)
                    continue;
                entry.Begin(date.Date);
                entry.Witness("date", date.Rule, reading.Words.Text[date.Start..date.End]);
                break;
            }
        }
    }

    private void TellMoves()
    {
        var finder = new MoveFinder(reading);
        var owners = new MoveOwners(reading, actors);
        for (var i = 0; i < reading.Sentences.Count && book.Entries.Count > 0; i++)
        {
            foreach (var move in finder.Find(i))
            {
                foreach (var entry in Owners(move, i, owners))
                {
                    (move.Kind == MoveKind.Joined ? entry.Joined : entry.Kept).Add(move.Platform);
                    entry.Witness("platform", move.Kind == MoveKind.Joined ? "joined" : "kept", reading.Words.Text[reading.Words[move.Cue].Start..reading.Words[move.Cue].End]);
                }
            }
        }
    }

    private IEnumerable<DepartureBook.Entry> Owners(PlatformMove move, int sentence, MoveOwners owners)
    {
        if (reading.IsQuoted(move.Word))
        {
            var speaker = speakers.Organisation(reading.Words[move.Word].Start, move.Word);
            return speaker is not null && book.Find(speaker.Key) is { } said ? [said] : [];
        }

        var named = owners.Of(move, reading.Sentences[sentence]);
        if (named is null)
            return [];
        if (named.Count > 0)
            return named.Select(book.Find).OfType<DepartureBook.Entry>();
        // Nobody is named: those of whom the sentences before spoke, else the only one who leaves.
        organisations ??= [.. book.Entries.Where(entry => entry.Actor.Kind == ActorKind.Organisation)];
        var near = organisations.Count > 0 ? organisations : book.Entries;
        if (near.Count <= 1)
            return near;
        var before = near.Where(entry => entry.Start < reading.Words[move.Word].Start);
        return Plural(sentence) ? before : before.TakeLast(1);
    }

    private bool Plural(int sentence)
    {
        var words = reading.Sentences[sentence];
        for (var i = words.First; i < Math.Min(words.End, words.First + 12); i++)
        {
            if (reading.Words.At(i) is "ils" or "elles" or "they" or "deux" or "both" or "toutes" or "tous" or "restent" or "conservent" or "gardent")
                return true;
        }

        return false;
    }
}
