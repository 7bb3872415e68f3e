using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Quotes;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>
/// Divides what stands between one pair of marks at the incises in it ("« Nous partons, explique-t-elle, car… »"): what is said before and
/// behind are two quotes, and the incise is the article's.
/// </summary>
internal sealed class InciseSplitter(Reading reading)
{
    /// <summary>From the verb to the sign behind the subject and its complements.</summary>
    private const int LongestTail = 18;

    private readonly VerbReader verbs = new(reading);
    private readonly List<QuoteSpan> spans = [];
    private bool divided;

    public Reading Split()
    {
        var document = reading.Document;
        var token = 0;
        for (var outer = 0; outer < document.Spans.Length;)
        {
            var nested = outer + 1;
            while (nested < document.Spans.Length && document.Spans[nested].Depth > 0)
                nested++;
            while (token < reading.Count && reading[token].Start < document.Spans[outer].Start)
                token++;
            Divide(document.Spans[outer], token, outer + 1, nested);
            outer = nested;
        }

        return divided ? reading.With(document.With(SpanNesting.Order(spans))) : reading;
    }

    private void Divide(QuoteSpan span, int first, int inner, int innerEnd)
    {
        var rest = span;
        var document = reading.Document;
        for (var at = first + 1; at + 1 < reading.Count && reading[at + 1].End <= span.End; at++)
        {
            for (; inner < innerEnd && document.Spans[inner].OuterEnd <= reading[at].Start; inner++)
                spans.Add(document.Spans[inner] with { Depth = 0 });
            if (inner < innerEnd && document.Spans[inner].OuterStart <= reading[at].Start)
                continue;
            if (!reading.IsSign(at, ',') || Incise(at + 1, span.End) is not (var sign and > 0))
                continue;
            divided = true;
            spans.Add(rest with { End = Characters.TrimSpaces(reading.Document.Text, rest.Start, reading[at].Start), OuterEnd = reading[at].Start, Closed = true, Truncated = false, GoesOn = false });
            // What stands between marks in an incise is a name: nobody quotes there.
            while (inner < innerEnd && document.Spans[inner].OuterStart < reading[sign].End)
                inner++;
            var start = Characters.SkipSpaces(document.Text, reading[sign].End, span.End);
            if (start == span.End)
                return;
            rest = rest with { Start = start, OuterStart = start, Paragraph = ParagraphOf(start, rest.Paragraph) };
            at = sign;
        }

        spans.Add(rest);
        for (; inner < innerEnd; inner++)
            spans.Add(document.Spans[inner] with { Depth = 0 });
    }

    private int ParagraphOf(int position, int from)
    {
        while (from + 1 < reading.Document.Paragraphs.Length && reading.Document.Paragraphs[from + 1].Start <= position)
            from++;
        return from;
    }

    /// <summary>The sign that ends the incise which begins at this token, or -1 where none does.</summary>
    private int Incise(int first, int end)
    {
        var limit = first;
        while (limit < reading.Count && limit < first + LongestTail && reading[limit].End <= end)
            limit++;
        if (verbs.Incise(first, limit) is not { Verb: not null } verb)
            return -1;
        if (verb.End >= limit)
            return verb.Clitic >= 0 && limit < reading.Count && reading[limit].End > end ? limit - 1 : -1;
        if (verb.Clitic >= 0 ? reading[verb.Clitic].Lower is "-je" or "-tu" or "-nous" or "-vous" or "-on" or "-t-on" or "-ce" : !StartsSubject(verb, limit))
            return -1;
        if (verb.Clitic >= 0 && reading[verb.End].IsWord && !reading.Is(verb.End, WordClass.Preposition | WordClass.Contracted))
            return -1;
        return Sign(verb.End, limit, verb.Clitic >= 0 ? 0 : 1, end);
    }

    /// <summary>A named or titled person, a function or an organisation; an object in lower case may stand behind a simple tense, never behind a compound one ("a confié le pilier").</summary>
    private bool StartsSubject(VerbGroup verb, int limit)
    {
        var at = verb.End;
        if (at >= limit)
            return false;
        if (reading[at].Kind == TokenKind.Mark)
            return true;
        if (!reading[at].IsWord)
            return false;
        if (reading.Is(at, WordClass.Determiner) && at + 1 < limit)
        {
            at++;
            if (reading.Is(verb.First, WordClass.Auxiliary))
                return reading[at].IsWord;
        }

        return reading[at].IsCapitalised || reading.Is(at, WordClass.Function | WordClass.OrganisationNoun | WordClass.Title);
    }

    private int Sign(int from, int limit, int apposition, int end)
    {
        for (var at = from; at < limit; at++)
        {
            var token = reading[at];
            if (token.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Mark)
            {
                if (reading.Info(at).Verb is { IsFinite: true, Loose: false } && !token.IsCapitalised && !reading.Is(at, WordClass.Function))
                    return -1;
                continue;
            }

            if (reading.IsSign(at, ',') && at + 1 < limit && (IsDay(at + 1) || (apposition-- > 0 && IsApposition(at + 1, limit))))
                continue;
            if (reading.IsSign(at, ',') || (token.End - token.Start == 1 && reading.IsSign(at, '.') && (token.End == end || char.IsWhiteSpace(reading.Document.Text[token.End]))))
                return IsAbbreviated(at) ? -1 : at;
            if (!reading.IsSign(at, '.'))
                return -1;
        }

        return limit < reading.Count && reading[limit].End > end ? limit - 1 : -1;
    }

    /// <summary>"…, hier, au micro de…": the comma belongs to the incise.</summary>
    private bool IsDay(int at) => reading[at].Lower is "hier" or "lundi" or "mardi" or "mercredi" or "jeudi" or "vendredi" or "samedi" or "dimanche" or "au" or "lors";

    private bool IsApposition(int at, int limit)
    {
        if (reading.Is(at, WordClass.Function))
            return true;
        if (at + 1 >= limit)
            return false;
        if (reading.Is(at, WordClass.Determiner) && !reading[at].IsCapitalised)
            return reading.Is(at + 1, WordClass.Function);
        return reading.Is(at, WordClass.GivenName) || (reading[at].IsCapitalised && reading[at + 1].IsCapitalised);
    }

    private bool IsAbbreviated(int sign) => reading.IsSign(sign, '.') && reading.Is(sign - 1, WordClass.Title) && reading[sign - 1].IsCapitalised;
}
