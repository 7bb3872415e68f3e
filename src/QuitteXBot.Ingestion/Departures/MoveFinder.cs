using QuitteXBot.Ingestion.Platforms;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Finds networks that are kept or joined: each belongs to the nearest word of staying, joining or leaving in its sentence.</summary>
internal sealed class MoveFinder(DepartureReading reading)
{
    private static readonly PhraseTable<MoveKind> Cues = new(
        List(MoveKind.Kept, "reste", "restent", "restera", "resteront", "rester", "restons", "resterons", "demeure", "demeurent", "demeurera", "demeureront", "conserve*", "conservons", "garde", "gardent", "gardera", "garderont", "gardons",
            "maintien*", "mainten*", "continu*", "poursui*", "privilegi*", "present", "presente", "presents", "presentes", "presence", "retrouv*", "suivre", "suivez", "suivi*", "toujours", "se concentr*", "concentrer", "concentrera",
            "recentr*", "repli*", "s appuie*", "actif", "active", "actifs", "actives", "joignable*", "disponible*", "communiquera", "communiqueront", "communiquer", "communique", "informera", "publiera", "publieront", "desormais", "autres comptes",
            "autres reseaux", "stay", "stays", "staying", "remain*", "keep", "keeps", "keeping", "continu*", "still", "available", "follow*", "find us", "instead", "focus*", "accounts on")
            .Concat(List(MoveKind.Joined, "rejoin*", "ouvr*", "ouvert", "cree", "creent", "creer", "creera", "a cree", "passe sur", "passer sur", "passent sur", "passe a", "passer a", "migr*", "bascul*", "au profit de", "au profit du", "en faveur de",
                "install*", "debarqu*", "arriv*", "se tourn* vers", "tourn* vers", "lanc*", "inaugur*", "transfer*", "demenag*", "inscri*", "emigr*", "opt* pour", "choisi* de rejoindre", "remplac*", "nouveau compte", "nouveaux comptes",
                "join*", "mov* to", "moved to", "switch* to", "migrat*", "in favour of", "in favor of", "open* an account", "opened an account", "open* accounts", "launch*", "sign* up", "new account", "new accounts"))
            .Concat(List(MoveKind.None, "quitt*", "abandonn*", "supprim*", "ferm*", "delaiss*", "suspend*", "leav*", "left", "quits", "delet*", "clos*", "appartien*", "propriete", "proprietaire", "owned", "owner", "racheté", "contrairement", "comme", "unlike",
                "annonc*", "explique", "ecrit", "message", "publie", "partage*", "poste", "posted", "wrote", "announced", "video", "post")));

    private static readonly HashSet<string> Towards = ["pour", "vers", "for", "to"];

    private readonly Mood mood = new(reading);

    public IEnumerable<PlatformMove> Find(int sentenceIndex)
    {
        var sentence = reading.Sentences[sentenceIndex];
        List<(int Word, MoveKind Kind)>? cues = null;
        foreach (var platform in reading.PlatformsIn(sentence).Where(platform => platform.Key != PlatformFinder.Left))
        {
            cues ??= Read(sentence);
            var word = reading.Words.IndexFrom(platform.Start);
            if (Nearest(sentence, cues, word) is { Kind: not MoveKind.None } cue)
                yield return new PlatformMove(platform.Key, cue.Kind, word, cue.Word);
        }
    }

    private List<(int Word, MoveKind Kind)> Read(SentenceWords sentence)
    {
        var cues = new List<(int, MoveKind)>();
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var (length, kinds) = Cues.At(reading.Words, i);
            if (length == 0)
                continue;
            var kind = kinds.Length > 1 ? MoveKind.Joined : kinds[0];
            cues.Add((i, kind == MoveKind.None || mood.Of(sentence, i, mood.FormOf(i)) == Modality.Asserted || IsPlain(i) ? kind : MoveKind.None));
            i += length - 1;
        }

        return cues;
    }

    // Adjectives and nouns ("présent", "toujours") have no mood of their own.
    private bool IsPlain(int word) => reading.Words.At(word) is "toujours" or "desormais" or "still" or "instead" or "au" or "en" or "in" or "presence" or "suivre" or "suivez" or "follow" or "find" or "rejoindre"
        || reading.Words.At(word).StartsWith("retrouv", StringComparison.Ordinal);

    private (int Word, MoveKind Kind)? Nearest(SentenceWords sentence, List<(int Word, MoveKind Kind)> cues, int word)
    {
        (int Word, MoveKind Kind)? before = null;
        (int Word, MoveKind Kind)? behind = null;
        foreach (var cue in cues)
        {
            if (cue.Word < word && reading.SpanOf(cue.Word) == reading.SpanOf(word))
                before = cue;
            else if (cue.Word > word && reading.SpanOf(cue.Word) == reading.SpanOf(word))
                behind ??= cue;
        }

        // "quitte X pour Bluesky": where the way leads to.
        if (before is { Kind: MoveKind.None } left && LeadsTo(left.Word, word))
            return (word, MoveKind.Joined);
        if (before is { } known)
            return known;
        // "Sur Facebook et Instagram, la Ville reste présente."
        return behind is { } later && word - sentence.First <= 8 ? later : null;
    }

    private bool LeadsTo(int cue, int word)
    {
        for (var i = word - 1; i > cue && i >= word - 12; i--)
        {
            if (Towards.Contains(reading.Words.At(i)))
                return reading.Words.At(cue).StartsWith("quit", StringComparison.Ordinal) || reading.Words.At(cue).StartsWith("abandon", StringComparison.Ordinal)
                    || reading.Words.At(cue).StartsWith("delaiss", StringComparison.Ordinal) || reading.Words.At(cue) is "leaves" or "left" or "leave" or "leaving";
            if (!LightWords.Is(reading, i) && !reading.IsPlatform(i))
                return false;
        }

        return false;
    }

    private static IEnumerable<(string, MoveKind)> List(MoveKind kind, params string[] cues) => cues.Select(cue => (cue, kind));
}
