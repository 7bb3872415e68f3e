using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution.Entities;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>A span in a sentence, as tokens, its marks included.</summary>
internal readonly record struct Placed(int Span, int First, int End);

/// <summary>Walks through a document and finds who said each span, and which spans are quotes at all.</summary>
internal sealed class SpeakerFinder
{
    /// <summary>How far in its sentence a quote looks for what ties it: real sentences are shorter, and broken input stays linear.</summary>
    private const int Reach = 120;

    private readonly Reading reading;
    private readonly MentionIndex mentions;
    private readonly SubjectFinder subjects;
    private readonly OpinionFinder opinions;
    private readonly TitleFinder titles;
    private readonly VerbReader verbs;
    private readonly QuoteJudge judge;
    private readonly ContextMemory context;
    private readonly SortedDictionary<int, Finding> findings = [];
    private Sentence? next;
    private bool hasVerb;
    private bool hasOpinion;

    public SpeakerFinder(Reading reading, MentionIndex mentions)
    {
        this.reading = reading;
        this.mentions = mentions;
        subjects = new SubjectFinder(reading, mentions);
        opinions = new OpinionFinder(reading, mentions, subjects);
        titles = new TitleFinder(reading, mentions, subjects);
        verbs = new VerbReader(reading);
        judge = new QuoteJudge(reading);
        context = new ContextMemory(subjects);
    }

    /// <summary>By index of the span; spans that are no quotes are left out.</summary>
    public SortedDictionary<int, Finding> Find()
    {
        foreach (var paragraph in reading.Document.Paragraphs)
        {
            context.Enter(paragraph);
            for (var i = 0; i < paragraph.Sentences.Length; i++)
                Walk(paragraph, i);
        }

        SpeechChains.Complete(reading, findings);
        return findings;
    }

    private void Walk(Paragraph paragraph, int index)
    {
        var sentence = paragraph.Sentences[index];
        Survey(sentence);
        next = index + 1 < paragraph.Sentences.Length ? paragraph.Sentences[index + 1] : null;
        var placed = Place(sentence);
        if (placed.Count == 0)
        {
            Listen(sentence, paragraph.Kind);
            return;
        }

        Finding? earlier = null;
        var rejected = false;
        foreach (var quote in placed)
        {
            var span = reading.Document.Spans[quote.Span];
            var finding = Ties(sentence, quote, earlier, paragraph.Kind == ParagraphKind.Heading);
            // The words that gave the speaker of a quote without an end may well be lost with its end.
            if (finding.Tie == Tie.None && paragraph.Kind != ParagraphKind.Heading && span.Closed)
                finding = SpeechChains.Before(reading, findings, quote.Span) ?? context.Guess(reading, paragraph, index, placed, mentions);
            if (findings.TryGetValue(quote.Span, out var known))
            {
                // The end of a quote that runs over several paragraphs.
                if (finding.Tie < known.Tie)
                    Keep(quote, finding);
                continue;
            }

            rejected = !judge.IsQuote(span, quote, sentence, finding, paragraph.Kind, rejected);
            if (rejected)
                continue;
            Keep(quote, finding);
            if (finding.Tie is not Tie.None)
                earlier = finding;
        }

        context.Leave(sentence, paragraph.Sentences.Length == index + 1 && reading.IsSign(sentence.EndToken - 1, ':'));
    }

    /// <summary>Whether the sentence has any word that could tie a quote: most searches end here.</summary>
    private void Survey(Sentence sentence)
    {
        (hasVerb, hasOpinion) = (false, false);
        for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
        {
            if (reading.Document.IsQuoted(at))
                continue;
            hasVerb |= reading[at].Kind == TokenKind.Clitic || reading[at].IsWord;
            hasOpinion |= OpinionFinder.IsHead(reading[at].Lower);
        }
    }

    private void Keep(Placed quote, Finding finding)
    {
        findings[quote.Span] = finding;
        if (finding.Speaker is not null)
            context.Spoke(finding.Speaker, quote.First);
    }

    /// <summary>A sentence that reports without quoting says who is speaking.</summary>
    private void Listen(Sentence sentence, ParagraphKind kind)
    {
        var colon = reading.IsSign(sentence.EndToken - 1, ':');
        for (var at = sentence.FirstToken; at < sentence.EndToken && kind == ParagraphKind.Body; at++)
        {
            if (reading.Info(at).Verb is null || verbs.At(at, sentence.FirstToken, sentence.EndToken) is not { Mood: VerbMood.Finite, Verb.Loose: false } verb)
                continue;
            if (Subject(verb, sentence, sentence.EndToken) is { } subject)
                context.Spoke(IsOneOfSeveral(verb, sentence) ? null : subject, sentence.EndToken - 1);
            break;
        }

        context.Leave(sentence, colon);
    }

    /// <summary>"X et Y ont annoncé": neither is the one speaker.</summary>
    private bool IsOneOfSeveral(VerbGroup verb, Sentence sentence)
    {
        for (var index = mentions.From(verb.First) - 1; index > 0 && mentions[index].First > sentence.FirstToken; index--)
        {
            if (!mentions[index].IsFree)
                continue;
            var before = mentions[index].First - 1;
            return (reading[before].Lower is "et" or "ni" or "ou") && mentions[index - 1].End == before && mentions[index - 1].Entity is { IsPerson: true };
        }

        return false;
    }

    private List<Placed> Place(Sentence sentence)
    {
        var placed = new List<Placed>();
        for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
        {
            var span = reading.Document.SpanAt(at);
            if (span < 0)
                continue;
            var first = at;
            while (at + 1 < sentence.EndToken && reading.Document.SpanAt(at + 1) == span)
                at++;
            placed.Add(new Placed(span, first, at + 1));
        }

        return placed;
    }

    private Finding Ties(Sentence sentence, Placed quote, Finding? earlier, bool heading) =>
        Incise(sentence, quote)
        ?? (reading.Document.SpanAt(sentence.FirstToken) == quote.Span && quote.First == sentence.FirstToken ? null : Before(sentence, quote, earlier, heading))
        ?? Signature(sentence, quote)
        ?? Later(sentence, quote)
        ?? (heading ? titles.Find(sentence, quote) : null)
        ?? (earlier is not null && !heading ? earlier with { Basis = earlier.Basis, Tie = Tie.Context, Rule = "same-sentence", Confidence = earlier.Confidence * 0.9 } : Finding.None);

    /// <summary>"« … », dit-elle", "« … » a déclaré X", "« … », X said", "« … », selon X".</summary>
    private Finding? Incise(Sentence sentence, Placed quote)
    {
        var at = quote.End;
        var limit = Stretch(at, sentence.EndToken);
        var comma = at < limit && (reading.IsSign(at, ',') || Characters.IsDash(reading.Document.Text[reading[at].Start]));
        if (comma)
            at++;
        if (at >= limit)
            return null;
        if (hasOpinion && opinions.Find(sentence, at, Math.Min(limit, at + 4), behind: true) is { } opinion)
            return new Finding(opinion.Entity, AttributionBasis.Stated, Tie.Opinion, "opinion-after", opinion.Words, 0.95);
        return Inverted(at, limit, comma, Tie.Incise) ?? SubjectThenVerb(at, limit);
    }

    private Finding? Inverted(int at, int limit, bool comma, Tie tie)
    {
        if (verbs.Incise(at, limit) is not { } verb)
            return UnknownVerb(at, limit, comma, tie);
        if (verb.Clitic >= 0)
            return Pronominal(verb, limit, tie);
        if (!comma && verb.End < limit && !StartsSubject(verb.End, limit))
            return null;
        if (subjects.After(verb.End, limit, adHoc: true) is { } subject)
            return new Finding(subject, AttributionBasis.Stated, tie, "verb-after", new Run(verb.First, EndOfSubject(verb.End, limit)), 0.97) { Verb = verb.Main };
        return null;
    }

    private Finding Pronominal(VerbGroup verb, int limit, Tie tie)
    {
        if (Introduced(verb) is { } introduced)
            return introduced with { Tie = tie };
        var pronoun = reading[verb.Clitic].Lower;
        var impersonal = pronoun is "-on" or "-t-on";
        var subject = impersonal ? subjects.Impersonal(verb.End, limit) ?? subjects.Speaker : subjects.Pronoun(verb.Clitic) ?? subjects.Speaker;
        return new Finding(subject, subject is null ? AttributionBasis.Unstated : AttributionBasis.Stated, tie, impersonal ? "impersonal-verb-after" : "pronoun-after", new Run(verb.First, impersonal ? EndOfSubject(verb.End, limit) : verb.End), subject is null ? 0.4 : 0.88) { Verb = verb.Main };
    }

    /// <summary>"« … », explique-t-elle. Directrice de la régie, Marie Durand…": the one whom the next sentence introduces, where nobody spoke before.</summary>
    private Finding? Introduced(VerbGroup verb)
    {
        if (next is null || context.HasSpeaker || reading[verb.Clitic].Lower is "-on" or "-t-on")
            return null;
        var gender = reading[verb.Clitic].Lower.Contains("elle", StringComparison.Ordinal) ? Gender.Feminine : Gender.Masculine;
        return subjects.Theme(next.FirstToken, next.EndToken) is { Entity: { IsPerson: true, Name: not null } person } mention && person.Gender.Agrees(gender)
            ? new Finding(person, AttributionBasis.Inferred, Tie.Incise, "pronoun-after-next-sentence", new Run(verb.First, verb.End), 0.7) { Verb = verb.Main }
            : null;
    }

    /// <summary>"« … », peste Marie Durand": one word that no list knows, right before one who may speak.</summary>
    private Finding? UnknownVerb(int at, int limit, bool comma, Tie tie)
    {
        if (!comma || at + 1 >= limit)
            return null;
        var main = reading[at].Lower is "s'" or "se" ? at + 1 : at;
        if (!reading[main].IsWord || reading[main].IsCapitalised || reading.Is(main, WordClass.Determiner | WordClass.Preposition | WordClass.Contracted | WordClass.Grammatical | WordClass.Auxiliary | WordClass.Function))
            return null;
        if (reading[main].Lower[^1] is not ('e' or 't' or 'd' or 'a') || mentions.At(main + 1) is not { IsFree: true, Entity: { } entity } mention)
            return null;
        return new Finding(entity, AttributionBasis.Stated, tie, "unlisted-verb-after", new Run(at, mention.End), 0.8) { Verb = main };
    }

    /// <summary>"« … », Jane Doe said", "« … », il ajoute".</summary>
    private Finding? SubjectThenVerb(int at, int limit)
    {
        var mention = mentions.At(at);
        var end = mention?.End ?? at + 1;
        var subject = mention is { IsFree: true } ? mention.Entity : subjects.Pronoun(at);
        if (subject is null)
            return null;
        while (end < limit && (reading.IsSign(end, ',') || reading.Is(end, WordClass.Grammatical) || reading[end].Lower is "a" or "has" or "s'"))
            end++;
        return end < limit && verbs.At(end, at, limit) is { Mood: VerbMood.Finite } verb
            ? new Finding(subject, AttributionBasis.Stated, Tie.Incise, "subject-and-verb-after", new Run(at, verb.End), 0.9) { Verb = verb.Main }
            : null;
    }

    /// <summary>A reporting verb, an opinion or a colon before the quote, whichever is nearest.</summary>
    private Finding? Before(Sentence sentence, Placed quote, Finding? earlier, bool heading)
    {
        var opinion = !hasOpinion ? null : opinions.Find(sentence, Math.Max(sentence.FirstToken, quote.First - Reach), quote.First, behind: false);
        var colon = quote.First > sentence.FirstToken && reading.IsSign(quote.First - 1, ':');
        var nearest = hasVerb ? NearestVerb(sentence, quote, colon) : null;
        if (nearest is not null && opinion is null)
            return Governed(nearest, sentence, quote, earlier);
        if (nearest is not null && opinion!.Value.Words.First < nearest.First && !nearest.Verb!.Loose && (earlier?.Verb == nearest.Main || Subject(nearest, sentence, quote.First) is not null))
            return Governed(nearest, sentence, quote, earlier);
        if (opinion is not null)
            return Opinion(opinion.Value);
        return colon ? Colon(sentence, quote, heading) : null;
    }

    private static Finding Opinion((Entity? Entity, Run Words) opinion) =>
        new(opinion.Entity, opinion.Entity is null ? AttributionBasis.Unstated : AttributionBasis.Stated, Tie.Opinion, "opinion-before", opinion.Words, 0.93);

    private VerbGroup? NearestVerb(Sentence sentence, Placed quote, bool colon)
    {
        var that = false;
        for (var at = quote.First - 1; at >= Math.Max(sentence.FirstToken, quote.First - Reach); at--)
        {
            if (reading.Document.IsQuoted(at))
                continue;
            that |= reading[at].Lower is "que" or "qu'";
            if (reading.Info(at).Verb is not null && verbs.At(at, sentence.FirstToken, quote.First) is { } verb && (!verb.Verb!.Loose || colon || that || (at > sentence.FirstToken && reading.IsWord(at - 1, "y")) || IsNext(at, quote.First)))
                return verb;
        }

        return null;
    }

    private bool IsNext(int verb, int quote)
    {
        for (var at = verb + 1; at < quote; at++)
        {
            if (!reading.Is(at, WordClass.Determiner | WordClass.Preposition) || at > verb + 2)
                return false;
        }

        return true;
    }

    private Finding? Governed(VerbGroup verb, Sentence sentence, Placed quote, Finding? earlier)
    {
        var words = new Run(verb.First, verb.End);
        if (earlier is not null && earlier.Verb == verb.Main)
            return earlier with { Tie = Tie.Verb, Rule = "same-verb", Confidence = earlier.Confidence * 0.97 };
        if (Subject(verb, sentence, quote.First) is { } subject)
            return new Finding(subject, AttributionBasis.Stated, Tie.Verb, "verb-before", words, 0.92) { Verb = verb.Main, Loose = verb.Verb!.Loose && !(verb.Main > 0 && reading.IsWord(verb.Main - 1, "y")) };
        if (earlier?.Speaker is not null)
            return earlier with { Tie = Tie.Verb, Rule = "same-subject", Verb = verb.Main, Confidence = 0.8 };
        return subjects.Speaker is { } speaker
            ? new Finding(speaker, AttributionBasis.Inferred, Tie.Verb, "verb-before-without-subject", words, 0.55) { Verb = verb.Main, Loose = verb.Verb!.Loose }
            : new Finding(null, AttributionBasis.Unstated, Tie.Verb, "verb-before-without-subject", words, 0.4) { Verb = verb.Main, Loose = verb.Verb!.Loose };
    }

    private Entity? Subject(VerbGroup verb, Sentence sentence, int limit)
    {
        if (verb.Clitic >= 0)
            return reading[verb.Clitic].Lower is "-on" or "-t-on" ? subjects.Impersonal(verb.End, limit) : subjects.Pronoun(verb.Clitic);
        var inverted = verb.First == sentence.FirstToken || reading[verb.First - 1].Lower is "comme" or "que" or "qu'" or "ainsi" or "où" or "as";
        if (inverted && verb.Mood == VerbMood.Finite && subjects.After(verb.End, limit) is { } after)
            return after;
        return subjects.Before(verb.First, sentence.FirstToken) ?? (verb.Mood == VerbMood.Finite ? subjects.After(verb.End, limit) : null);
    }

    private Finding? Colon(Sentence sentence, Placed quote, bool heading)
    {
        var colon = quote.First - 1;
        if (mentions.EndingAt(colon) is { Entity: { } named } mention)
            return new Finding(named, AttributionBasis.Stated, Tie.Colon, "name-colon", new Run(mention.First, colon), 0.9);
        if (subjects.Theme(sentence.FirstToken, colon) is { } theme)
            return new Finding(theme.Entity, AttributionBasis.Stated, Tie.Colon, "subject-colon", new Run(theme.First, colon), 0.75);
        if (!heading && subjects.Before(colon, sentence.FirstToken) is { } any)
            return new Finding(any, AttributionBasis.Stated, Tie.Colon, "colon", new Run(sentence.FirstToken, colon), 0.7);
        return null;
    }

    /// <summary>"« … » (Marie Durand, maire)", "« … » — Marie Durand".</summary>
    private Finding? Signature(Sentence sentence, Placed quote)
    {
        var at = quote.End;
        if (at + 1 >= sentence.EndToken || !(reading.IsSign(at, '(') || Characters.IsDash(reading.Document.Text[reading[at].Start])))
            return null;
        if (mentions.At(at + 1) is not { Entity: { IsPerson: true } person } mention)
            return null;
        var closed = mention.End >= sentence.EndToken || reading.IsSign(mention.End, ')') || reading.IsSign(mention.End, '.') || reading.IsSign(mention.End, ',');
        return closed ? new Finding(person, AttributionBasis.Stated, Tie.Signature, "signature", new Run(at, mention.End), 0.9) : null;
    }

    /// <summary>"Quitter un « défouloir » devient une nécessité, estime X."</summary>
    private Finding? Later(Sentence sentence, Placed quote)
    {
        if (!hasVerb)
            return null;
        var end = Math.Min(sentence.EndToken, quote.End + Reach);
        for (var at = quote.End; at < end; at++)
        {
            if (reading.Document.IsQuoted(at) || !reading.IsSign(at, ','))
            {
                if (!reading.Document.IsQuoted(at) && reading[at].Lower == "selon" && opinions.Find(sentence, at, end, behind: true) is { } opinion)
                    return new Finding(opinion.Entity, AttributionBasis.Stated, Tie.Opinion, "opinion-after", opinion.Words, 0.85);
                if (!(reading.Document.IsQuoted(at) && at + 1 < end && !reading.Document.IsQuoted(at + 1)))
                    continue;
            }

            if (Inverted(at + 1, Stretch(at + 1, end), comma: reading.IsSign(at, ','), Tie.LaterIncise) is { } finding)
                return finding with { Confidence = finding.Confidence * 0.9 };
        }

        return null;
    }

    private int Stretch(int at, int end)
    {
        end = Math.Min(end, at + Reach);
        while (at < end && !reading.Document.IsQuoted(at))
            at++;
        return at;
    }

    private bool StartsSubject(int at, int limit)
    {
        if (reading[at].Lower is "que" or "qu'" or "un" or "une" or "des" && mentions.At(at) is null)
            return false;
        for (var index = mentions.From(at); index < mentions.Count && mentions[index].First < Math.Min(limit, at + 8); index++)
        {
            if (mentions[index].IsFree)
                return true;
        }

        return subjects.After(at, limit, adHoc: true) is not null;
    }

    private int EndOfSubject(int from, int limit)
    {
        var index = mentions.From(from);
        while (index < mentions.Count && mentions[index].First < limit && !mentions[index].IsFree)
            index++;
        return index < mentions.Count && mentions[index].First < limit ? Math.Min(limit, mentions[index].End) : Math.Min(limit, from + 4);
    }
}
