using QuitteXBot.Ingestion.Attribution.Entities;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>"selon X", "d'après X", "pour X", "de l'avis de X", "aux yeux de X", "à en croire X", "according to X".</summary>
internal sealed class OpinionFinder(Reading reading, MentionIndex mentions, SubjectFinder subjects)
{
    /// <summary>The last such words of the sentence before the token; the first behind it with <paramref name="behind"/>.</summary>
    public (Entity? Entity, Run Words)? Find(Sentence sentence, int from, int limit, bool behind)
    {
        (Entity?, Run)? last = null;
        for (var at = from; at < limit; at++)
        {
            if (reading.Document.IsQuoted(at) || !reading[at].IsWord || Head(at, sentence) is not (var next and > 0))
                continue;
            if (Named(next, limit, at, sentence) is not { } named)
                continue;
            if (behind)
                return named;
            last = named;
        }

        return last;
    }

    /// <summary>Whether an opinion may begin with the word.</summary>
    public static bool IsHead(string word) => word is "selon" or "dixit" or "après" or "pour" or "de" or "du" or "des" or "d'" or "croire" or "to";

    /// <summary>Where the words of the opinion's holder begin, or -1.</summary>
    private int Head(int at, Sentence sentence)
    {
        switch (reading[at].Lower)
        {
            case "selon":
            case "dixit":
                return at + 1;
            case "après" when at > sentence.FirstToken && reading.IsWord(at - 1, "d'"):
                return at + 1;
            case "pour" when at == sentence.FirstToken || reading.Document.IsQuoted(at - 1) || reading.IsSign(at - 1, ',') || reading.IsSign(at - 1, ':'):
                return at + 1;
            case "de" or "du" or "des" or "d'" when at > sentence.FirstToken && reading[at - 1].Lower is "avis" or "yeux" or "aveu" or "vue" or "dires" or "termes" or "propos" or "mots":
                return at + 1;
            case "croire" when at > sentence.FirstToken && reading.IsWord(at - 1, "en"):
                return at + 1;
            case "to" when at > sentence.FirstToken && reading.IsWord(at - 1, "according"):
                return at + 1;
            default:
                return -1;
        }
    }

    private (Entity? Entity, Run Words)? Named(int next, int limit, int head, Sentence sentence)
    {
        if (next >= limit)
            return null;
        if (OneOfThem(next, limit) is var end && end > next)
            return (new Entity(true, null, reading.IsWord(end - 1, "elles") ? Gender.Feminine : Gender.Masculine) { Role = reading.Words(next, end) }, new Run(head, end));
        if (Source(next, limit) is var source && source > next)
            return (new Entity(true, null, Gender.Unknown) { Role = reading.Words(reading.Is(next, WordClass.Determiner) ? next + 1 : next, source) }, new Run(head, source));
        var mention = mentions.At(next) ?? (mentions.From(head) is var index && index < mentions.Count && mentions[index].First <= next ? mentions[index] : null);
        if (mention is not null)
        {
            if (reading.IsWord(head, "pour") && !IsSetOff(mention.End, sentence.EndToken))
                return null;
            var entity = mention.Entity ?? (mention.Phrase.Kind == PhraseKind.Document ? subjects.Issuer(mention.First) : null);
            return (entity, new Run(head, mention.End));
        }

        return reading[next].Lower is "lui" or "elle" or "eux" or "elles" && IsSetOff(next + 1, sentence.EndToken) ? (subjects.Pronoun(next), new Run(head, next + 1)) : null;
    }

    /// <summary>"une source proche du dossier", "des sources policières": behind the noun, its adjectives and one complement.</summary>
    private int Source(int at, int limit)
    {
        var noun = reading.Is(at, WordClass.Determiner | WordClass.Contracted | WordClass.Grammatical | WordClass.Preposition) ? at + 1 : at;
        if (noun >= limit || reading[noun].Lower is not ("source" or "sources" or "proches"))
            return at;
        var end = noun + 1;
        while (end < limit && end < noun + 6 && reading[end].Kind == TokenKind.Word && reading.Info(end).Verb is null && !reading.Is(end, WordClass.Auxiliary | WordClass.Grammatical) && !reading.Document.IsQuoted(end) && !(reading.Is(end, WordClass.Determiner) && !reading.Is(end - 1, WordClass.Preposition)))
            end++;
        return end;
    }

    /// <summary>"l'un d'eux", "une d'entre elles": one who stays without a name. The same token where none stands here.</summary>
    private int OneOfThem(int at, int limit)
    {
        var one = reading[at].Lower == "l'" ? at + 1 : at;
        if (one + 2 >= limit || reading[one].Lower is not ("un" or "une") || reading[one + 1].Lower != "d'")
            return at;
        var them = reading[one + 2].Lower == "entre" ? one + 3 : one + 2;
        return them < limit && reading[them].Lower is "eux" or "elles" ? them + 1 : at;
    }

    /// <summary>"Pour X, …" and "Pour X : …" give an opinion; "pour X" inside a clause does not.</summary>
    private bool IsSetOff(int end, int limit) =>
        end >= limit || reading.IsSign(end, ',') || reading.IsSign(end, ':') || reading.IsSign(end, '.') || reading[end].Kind == TokenKind.Mark;
}
