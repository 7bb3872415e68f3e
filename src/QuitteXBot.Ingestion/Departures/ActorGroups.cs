namespace QuitteXBot.Ingestion.Departures;

/// <summary>Names that stand together: "A, B et C", "(A, B)", "plusieurs universités, dont A et B".</summary>
internal sealed class ActorGroups(DepartureReading reading, ActorList actors)
{
    // No list of names is longer.
    private const int LongestList = 60;

    private static readonly HashSet<string> Joining = ["et", "ainsi", "que", "puis", "comme", "tout", "and", "as", "well", "la", "le", "les", "l", "du", "des", "de", "d", "the", "ou", "celle", "celui"];

    private static readonly HashSet<string> Introducing = ["dont", "comme", "notamment", "parmi", "lesquels", "lesquelles", "instar", "including", "like", "savoir"];

    private static readonly HashSet<string> Groups =
        ["collectivites", "universites", "facultes", "ecoles", "medias", "journaux", "quotidiens", "titres", "redactions", "associations", "institutions", "villes", "mairies", "municipalites", "communes",
         "departements", "regions", "metropoles", "etablissements", "organisations", "ong", "entreprises", "clubs", "syndicats", "hopitaux", "elus", "maires", "presidents", "deputes", "personnalites",
         "universities", "newspapers", "media", "cities", "councils", "institutions", "organisations", "organizations", "charities", "outlets", "unions", "politicians", "celebrities"];

    // "Plusieurs universités (A, B, C) ont quitté X": commas alone join.
    public bool InBrackets(int actor, SentenceWords sentence)
    {
        for (var i = actors[actor].First - 1; i >= Math.Max(0, Math.Max(sentence.First - 1, actors[actor].First - SubjectFinder.SubjectReach)); i--)
        {
            if (reading.Words.GapAfter(i).Contains('('))
                return true;
            if (reading.Words.GapAfter(i).IndexOfAny(')', ';', '«') >= 0)
                return false;
        }

        return false;
    }

    public List<Actor> Coordinated(int last, bool commas = false)
    {
        var group = new List<Actor> { actors[last] };
        for (var i = last - 1; i >= Math.Max(0, last - LongestList); i--)
        {
            if (actors[i].End > group[0].First || IsInside(i))
                continue;
            if (!Joins(actors[i].End, group[0].First, needsAnd: group.Count == 1 && !commas) || actors[i].Kind is ActorKind.Group or ActorKind.Unnamed
                || (actors[i].Preposition is not null && group[0].Preposition is null))
                break;
            group.Insert(0, actors[i]);
        }

        return group;
    }

    // "Lyon" in "le maire de Lyon, Jean Dupont": a part of the one before.
    private bool IsInside(int actor)
    {
        for (var i = actor - 1; i >= Math.Max(0, actor - 3); i--)
        {
            if (actors[i].End >= actors[actor].End)
                return true;
        }

        return false;
    }

    public List<Actor> CoordinatedFrom(int first, SentenceWords sentence)
    {
        var group = new List<Actor> { actors[first] };
        for (var i = first + 1; i < Math.Min(actors.Count, first + LongestList) && actors[i].First < sentence.End; i++)
        {
            if (actors[i].First < group[^1].End)
                continue;
            if (!Joins(group[^1].End, actors[i].First, needsAnd: false) || actors[i].Kind is ActorKind.Group or ActorKind.Unnamed)
                break;
            group.Add(actors[i]);
        }

        return group;
    }

    private bool Joins(int from, int to, bool needsAnd)
    {
        if (to - from > 4 || (needsAnd && !(reading.Words.At(from) is "et" or "and" or "ou" or "ainsi" or "comme")))
            return false;
        for (var i = from; i < to; i++)
        {
            if (!Joining.Contains(reading.Words.At(i)))
                return false;
        }

        var gap = reading.Document.Text.AsSpan(reading.Words[from - 1].End, reading.Words[to].Start - reading.Words[from - 1].End);
        return gap.IndexOfAny(';', ':') < 0 && gap.IndexOfAny('.', '(', '\n') < 0 && (to > from || gap.Contains(',')) && !reading.IsQuoted(from);
    }

    // "Deux collectivités quittent X : A et B", "plusieurs universités, dont A et B".
    public List<Actor> Listed(Trigger trigger, SentenceWords sentence)
    {
        for (var i = actors.IndexFrom(trigger.End); i < actors.Count && actors[i].First < Math.Min(sentence.End, trigger.End + SubjectFinder.SubjectReach); i++)
        {
            if (!actors[i].CanLeave || reading.IsQuoted(actors[i].First))
                continue;
            var introduced = reading.Words.GapAfter(actors[i].First - 1).IndexOfAny(':', '(', '–') >= 0 || Introducing.Contains(reading.Words.At(actors[i].First - 1))
                || (actors[i].Preposition is not null && (Introducing.Contains(actors[i].Preposition!) || Introducing.Contains(reading.Words.At(actors[i].First - 2))));
            if (introduced)
                return CoordinatedFrom(i, sentence);
        }

        return [];
    }

    public bool NamesGroup(Trigger trigger, SentenceWords sentence)
    {
        for (var i = Math.Max(sentence.First, trigger.First - SubjectFinder.SubjectReach); i < trigger.First; i++)
        {
            if (Groups.Contains(reading.Words.At(i)))
                return true;
        }

        return false;
    }
}
