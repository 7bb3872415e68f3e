namespace QuitteXBot.Ingestion.Departures;

/// <summary>Whose network a kept or joined one is, where a sentence tells of several: "A et B pour la Région, C et D pour le Département".</summary>
internal sealed class MoveOwners(DepartureReading reading, ActorList actors)
{
    private const int ListReach = 16;

    private static readonly HashSet<string> Between = ["et", "ou", "and", "or", "le", "la", "les", "l", "sur", "on", "ainsi", "que", "pour", "for", "chez", "du", "cote", "de"];

    /// <summary>The owners' keys; empty where the sentence names nobody; null where it names somebody who cannot be placed.</summary>
    public IReadOnlyList<string>? Of(PlatformMove move, SentenceWords sentence)
    {
        if (ForBehind(move, sentence) is { } shared)
            return [shared.Key];
        var best = -1;
        for (var i = actors.IndexFrom(move.Word) - 1; i >= 0 && best < 0 && actors[i].First >= sentence.First; i--)
        {
            if (actors[i].Preposition is null or "pour" or "for" or "chez" or "par" or "by")
                best = i;
        }

        if (best < 0)
            return [];
        return actors[best].Kind is ActorKind.Group or ActorKind.Unnamed ? [] : actors[best].CanLeave ? Coordinated(best) : null;
    }

    // From the network on, only other networks and "et" up to "pour la Région".
    private Actor? ForBehind(PlatformMove move, SentenceWords sentence)
    {
        for (var i = move.Word; i < Math.Min(sentence.End, move.Word + ListReach); i++)
        {
            if (actors.Holding(i, move.Word) is { } actor)
                return actor.Preposition is "pour" or "for" or "chez" && actor.CanLeave ? actor : null;
            if (!Between.Contains(reading.Words.At(i)) && !reading.IsPlatform(i))
                return null;
        }

        return null;
    }

    private List<string> Coordinated(int last)
    {
        var keys = new List<string> { actors[last].Key };
        for (var i = last - 1; i >= 0 && actors[i].CanLeave && actors[i + 1].First - actors[i].End <= 3; i--)
        {
            if (reading.Words.At(actors[i + 1].First - 1) is not ("et" or "and" or "que") && !reading.Words.GapAfter(actors[i].End - 1).Contains(','))
                break;
            keys.Insert(0, actors[i].Key);
        }

        return keys;
    }
}
