using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution.Entities;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>What the sentences before a quote say of its speaker when its own sentence says nothing.</summary>
internal sealed class ContextMemory(SubjectFinder subjects)
{
    /// <summary>A sentence so short that it does not change the subject.</summary>
    private const int ShortSentence = 7;

    private int paragraph = -1;
    private int spokeIn = -1;
    private Entity? theme;
    private bool themeIsLast;
    private int themeIn = -1;
    private Entity? announced;
    private Sentence? seen;
    private bool alone;
    private bool hearsay;

    /// <summary>Somebody spoke in this paragraph or the one before.</summary>
    public bool HasSpeaker => subjects.Speaker is not null && spokeIn >= paragraph - 1;

    public void Enter(Paragraph entered)
    {
        paragraph = entered.Index;
        themeIsLast &= theme is { IsPerson: true };
    }

    public void Spoke(Entity? speaker, int token)
    {
        subjects.Speaker = speaker;
        subjects.SpeakerToken = token;
        spokeIn = paragraph;
        announced = null;
    }

    public void Leave(Sentence sentence, bool colon)
    {
        var mention = subjects.Theme(sentence.FirstToken, sentence.EndToken);
        announced = colon ? mention?.Entity ?? subjects.Speaker : null;
        if ((mention?.Entity ?? subjects.PronounAtStart(sentence)) is { } entity)
            (theme, themeIsLast, themeIn) = (entity, true, paragraph);
        else
            themeIsLast &= sentence.EndToken - sentence.FirstToken <= ShortSentence;
    }

    public Finding Guess(Reading reading, Paragraph within, int index, List<Placed> placed, MentionIndex mentions)
    {
        var sentence = within.Sentences[index];
        if (announced is not null && index == 0)
            return new Finding(announced, AttributionBasis.Stated, Tie.Colon, "colon-before-paragraph", Run.None, 0.8);
        if (!ReferenceEquals(sentence, seen))
            (seen, alone, hearsay) = (sentence, IsAlone(reading, sentence, placed), IsHearsay(reading, sentence));
        if (alone && WithTheseWords(reading, within, index) is { } told)
            return told;
        if (alone && Next(within, index, mentions) is { } next && (index == 0 || !themeIsLast) && spokeIn != paragraph)
            return Inferred(next, "next-sentence", 0.6);
        if (alone && themeIsLast && theme is { IsPerson: true } && (themeIn == paragraph || themeIn == paragraph - 1) && !(spokeIn == paragraph && subjects.Speaker == theme))
            return Inferred(theme, "subject-of-sentence-before", themeIn == paragraph ? 0.65 : 0.5);
        if (subjects.Speaker is { } speaker && spokeIn == paragraph)
            return Inferred(speaker, "same-paragraph", alone ? 0.75 : 0.6);
        if (subjects.Speaker is { } earlier && spokeIn == paragraph - 1 && (alone || hearsay))
            return Inferred(earlier, "paragraph-before", 0.55);
        if (!alone && subjects.Theme(sentence.FirstToken, sentence.EndToken)?.Entity is { } subject)
            return Inferred(subject, "subject-of-sentence", 0.45);
        return Finding.None;
    }

    private static Finding Inferred(Entity speaker, string rule, double confidence) =>
        new(speaker, AttributionBasis.Inferred, Tie.Context, rule, Run.None, confidence);

    private static bool IsAlone(Reading reading, Sentence sentence, List<Placed> placed)
    {
        var inside = 0;
        for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
            inside += !reading.Document.IsQuoted(at) && reading[at].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        return inside <= 1 && placed.Count > 0;
    }

    /// <summary>"« Quote. » C'est par ces mots que la maire a justifié…"</summary>
    private Finding? WithTheseWords(Reading reading, Paragraph within, int index)
    {
        if (index + 1 >= within.Sentences.Length)
            return null;
        var next = within.Sentences[index + 1];
        for (var at = next.FirstToken; at + 2 < next.EndToken && at < next.FirstToken + ShortSentence; at++)
        {
            if (reading.IsWord(at, "ces") && reading[at + 1].Lower is "mots" or "termes" or "paroles" or "propos" && reading[at + 2].Lower is "que" or "qu'")
                return subjects.Theme(at + 3, next.EndToken) is { } theme ? new Finding(theme.Entity, AttributionBasis.Stated, Tie.Verb, "with-these-words", new Run(next.FirstToken, theme.End), 0.9) : null;
        }

        return null;
    }

    /// <summary>"« Quote. » Marie Durand, agricultrice, ne décolère pas."</summary>
    private static Entity? Next(Paragraph within, int index, MentionIndex mentions) =>
        index + 1 < within.Sentences.Length && mentions.At(within.Sentences[index + 1].FirstToken) is { Entity: { IsPerson: true } person } ? person : null;

    /// <summary>The conditional by which the press marks what it only heard: "auraient", "serait".</summary>
    private static bool IsHearsay(Reading reading, Sentence sentence)
    {
        for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
        {
            if (!reading.Document.IsQuoted(at) && reading[at].Lower is "aurait" or "auraient" or "serait" or "seraient")
                return true;
        }

        return false;
    }
}
