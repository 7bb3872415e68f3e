using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Mentions;

/// <summary>Finds, outside quotation marks, all words that name or describe one who may speak, each with its apposition.</summary>
internal sealed class PhraseFinder
{
    private readonly Reading reading;
    private readonly NameReader names;
    private readonly OrganisationReader organisations;
    private readonly FunctionReader functions;
    private readonly Apposition apposition;
    private readonly List<Phrase> found = [];

    /// <summary>Words that have a capital in the middle of a sentence somewhere in the document: names, not sentence openings.</summary>
    private readonly HashSet<WordForm> capitalised = [];

    public PhraseFinder(Reading reading)
    {
        this.reading = reading;
        names = new NameReader(reading);
        organisations = new OrganisationReader(reading, names);
        functions = new FunctionReader(reading, names, organisations);
        apposition = new Apposition(reading, names, organisations, functions);
    }

    public List<Phrase> Find()
    {
        foreach (var paragraph in reading.Document.Paragraphs)
        {
            foreach (var sentence in paragraph.Sentences)
            {
                for (var at = sentence.FirstToken + 1; at < sentence.EndToken; at++)
                {
                    if (reading[at].IsCapitalised && reading[at - 1].Kind is TokenKind.Word)
                        capitalised.Add(reading[at].Form);
                }
            }
        }

        foreach (var paragraph in reading.Document.Paragraphs)
        {
            foreach (var sentence in paragraph.Sentences)
                Scan(sentence);
        }

        return found;
    }

    private void Scan(Sentence sentence)
    {
        var limit = sentence.FirstToken;
        var opening = sentence.FirstToken;
        while (opening + 1 < sentence.EndToken && reading[opening].Kind == TokenKind.Punctuation)
            opening++;
        for (var at = sentence.FirstToken; at < sentence.EndToken;)
        {
            if (reading.Document.IsQuoted(at) || reading[at].Kind != TokenKind.Word)
            {
                at++;
                continue;
            }

            if (at >= limit)
                limit = Limit(at, sentence.EndToken);
            var phrase = Read(at, limit, opening);
            if (phrase is null)
            {
                at++;
                continue;
            }

            found.Add(phrase);
            at = Math.Max(phrase.All.End, at + 1);
        }
    }

    /// <summary>A phrase never runs into quotation marks.</summary>
    private int Limit(int at, int end)
    {
        while (at < end && !reading.Document.IsQuoted(at))
            at++;
        return at;
    }

    private Phrase? Read(int at, int limit, int sentenceStart)
    {
        var start = at;
        var (preposition, governed) = Government(at, sentenceStart);
        var definite = false;
        var possessive = false;
        var determined = reading.Is(at, WordClass.Determiner) && !(reading[at].IsCapitalised && at > sentenceStart && reading[at - 1].IsWord && at + 1 < limit && reading[at + 1].IsCapitalised && !IsElided(at));
        determined |= reading[at].Lower is "a" or "an" && at + 1 < limit && reading.Is(at + 1, WordClass.Function | WordClass.OrganisationNoun) && reading.Info(at + 1).Verb is null;
        if (determined)
        {
            if (OneOf(at, limit) is { } member)
                return Finish(member with { Governed = governed, Preposition = preposition }, at, limit);
            definite = reading[at].Lower is "le" or "la" or "l'" or "les" or "ce" or "cet" or "cette" or "ces" or "the" or "son" or "sa" or "leur" or "its" or "their" or "his" or "her" or "notre";
            possessive = reading[at].Lower is "son" or "sa" or "leur" or "its" or "their" or "his" or "her" or "notre";
            at++;
        }
        else if (reading.Is(at, WordClass.Contracted) && !reading[at].IsCapitalised)
        {
            (governed, definite, preposition) = (true, true, reading[at].Lower);
            at++;
            determined = true;
        }

        if (at >= limit || reading[at].Kind != TokenKind.Word)
            return null;
        if (determined && at + 1 < limit && reading[at].Lower.EndsWith("'s", StringComparison.Ordinal))
            at++;
        var phrase = Initials(at, limit) ?? Titled(at, limit) ?? Core(at, limit, determined, start == sentenceStart && !determined);
        if (phrase is null)
            return null;
        return Finish(phrase with { Governed = governed, Preposition = preposition, Definite = definite, Possessive = possessive }, start, limit);
    }

    private Phrase Finish(Phrase phrase, int start, int limit) => apposition.Extend(phrase with { All = new Run(start, phrase.All.End) }, limit);

    private bool IsElided(int at) => reading[at].Lower is "l'" or "d'";

    /// <summary>The preposition before a phrase; "et" passes on that of the phrase before.</summary>
    private (string? Preposition, bool Governed) Government(int at, int sentenceStart)
    {
        if (at <= sentenceStart)
            return (null, false);
        var before = at - 1;
        if (reading.Is(before, WordClass.Preposition | WordClass.Contracted) && !reading.Document.IsQuoted(before))
            return (reading[before].Lower, true);
        if ((reading.IsWord(before, "et") || reading.IsWord(before, "ou")) && found.Count > 0 && found[^1].Governed && found[^1].All.End == before)
            return (found[^1].Preposition, true);
        return (null, false);
    }

    /// <summary>"M. O." before an answer: an interviewed person's initials.</summary>
    private Phrase? Initials(int at, int limit)
    {
        var end = at;
        while (end + 1 < limit && names.IsInitial(end) && reading.IsSign(end + 1, '.'))
            end += 2;
        if (end - at < 4 || (end < limit && reading[end].IsCapitalised))
            return null;
        return new Phrase(PhraseKind.Person, new Run(at, end)) { Name = new Run(at, end) };
    }

    /// <summary>"M. Dupont", "Mme la présidente".</summary>
    private Phrase? Titled(int at, int limit)
    {
        if (!reading.Is(at, WordClass.Title) || !(reading[at].IsCapitalised || reading[at].Lower is "monsieur" or "madame" or "maître" or "docteur"))
            return null;
        var next = at + 1;
        if (next < limit && reading.IsSign(next, '.'))
            next++;
        if (next < limit && reading.Is(next, WordClass.Determiner) && functions.Read(next + 1, limit) is { } function)
            return Description(function) with { Definite = true };
        var end = next < limit ? names.End(next, limit) : next;
        if (end == next)
            return null;
        var gender = reading.Info(at).Gender;
        return new Phrase(PhraseKind.Person, new Run(at, end)) { Name = new Run(next, end), Gender = gender != Gender.Unknown ? gender : reading.Info(next).Gender };
    }

    private Phrase? OneOf(int at, int limit)
    {
        if (at + 3 >= limit || reading[at].Lower is not ("l'" or "un" or "une"))
            return null;
        var one = reading[at].Lower == "l'" ? at + 1 : at;
        if (reading[one].Lower is not ("un" or "une"))
            return null;
        var next = one + 1;
        if (reading[next].Lower == "des")
            next++;
        else if (reading[next].Lower is "de" or "d'" && reading.Is(next + 1, WordClass.Determiner))
            next += 2;
        else
            return null;
        if (functions.Read(next, limit) is not { Plural: true } function)
            return null;
        var gender = reading[one].Lower == "une" ? Gender.Feminine : Gender.Masculine;
        return Description(function) with { All = new Run(at, function.All.End), Function = new Run(at, function.All.End), Plural = false, Gender = gender };
    }

    private static Phrase Description(FunctionPhrase function) =>
        new(PhraseKind.Description, function.All)
        {
            Function = function.All, FunctionLemma = function.Lemma, Organisation = function.Organisation, Gender = function.Gender, Plural = function.Plural,
        };

    private Phrase? Core(int at, int limit, bool determined, bool opensSentence)
    {
        if ((determined || reading[at].IsCapitalised || opensSentence) && functions.Read(at, limit) is { } function)
        {
            var article = determined ? reading.Info(at - 1).Gender : Gender.Unknown;
            return Aged(Description(function), limit) with { Gender = function.Gender == Gender.Unknown ? article : function.Gender };
        }

        if (determined && reading.Is(at, WordClass.DocumentNoun) && !reading[at].IsCapitalised)
            return Document(at, limit);
        if (reading.Is(at, WordClass.OrganisationNoun) && (determined || reading[at].IsCapitalised))
            return Organisation(at, limit);
        if (reading[at].IsCapitalised)
            return Name(at, limit, determined, opensSentence);
        return null;
    }

    private Phrase Aged(Phrase phrase, int limit)
    {
        var at = phrase.All.End;
        return at + 2 < limit && reading.IsWord(at, "de") && reading[at + 1].Kind == TokenKind.Number && reading.IsWord(at + 2, "ans")
            ? phrase with { All = new Run(phrase.All.First, at + 3), Aged = true }
            : phrase;
    }

    private Phrase Document(int at, int limit)
    {
        var end = at + 1;
        while (end < limit && end - at < 4 && (reading.Is(end, WordClass.Adjective) || (reading.IsWord(end, "de") && end + 1 < limit && reading[end + 1].Lower is "presse")))
            end += reading.IsWord(end, "de") ? 2 : 1;
        var issuer = default(OrganisationPhrase);
        if (end < limit && (reading.Is(end, WordClass.Contracted) || reading.IsWord(end, "de") || reading.IsWord(end, "d'")))
        {
            var next = end + 1;
            if (next < limit && reading.Is(next, WordClass.Determiner) && !reading[next].IsCapitalised)
                next++;
            issuer = next < limit ? organisations.Read(next, limit) : null;
        }

        return new Phrase(PhraseKind.Document, new Run(at, issuer?.All.End ?? end)) { Organisation = issuer };
    }

    private Phrase? Organisation(int at, int limit)
    {
        var organisation = organisations.Read(at, limit);
        return organisation is null ? null : new Phrase(PhraseKind.Organisation, organisation.All) { Organisation = organisation, Gender = organisation.Gender, Plural = organisation.Plural };
    }

    /// <summary>A verb, a parenthesis or a colon follows: the word is what the sentence is about, not an adverb.</summary>
    private bool OpensClause(int at, int limit) =>
        at < limit && (reading.Is(at, WordClass.Auxiliary) || reading.Info(at).Verb is { IsFinite: true } || reading.IsSign(at, '(') || (reading.IsSign(at, ':') && at + 1 == limit)
            || (reading.IsSign(at, ',') && at + 1 < limit && (reading.Is(at + 1, WordClass.Function) || reading[at + 1].Kind == TokenKind.Number))
            || reading[at].Lower is "se" or "s'" or "ne" or "n'" or "l'" or "y");

    private Phrase? Name(int at, int limit, bool determined, bool opensSentence)
    {
        // The first word of a sentence has a capital whatever it is.
        if (opensSentence && reading.Is(at, WordClass.Grammatical | WordClass.Preposition | WordClass.Contracted | WordClass.Auxiliary | WordClass.Title) && !reading.Is(at, WordClass.GivenName))
            return null;
        var end = names.End(at, limit);
        if (end == at || (end == at + 1 && reading.Is(at, WordClass.Grammatical) && !reading.Is(at, WordClass.GivenName)))
            return null;
        if (!determined && names.IsPerson(at, end))
        {
            var gender = reading.Info(at).Gender;
            return new Phrase(PhraseKind.Person, new Run(at, end)) { Name = new Run(at, end), Gender = reading.Is(at, WordClass.GivenName) ? gender : Gender.Unknown };
        }

        if (opensSentence && end - at == 1 && !reading[at].Form.IsAllCapitals && !capitalised.Contains(reading[at].Form) && !OpensClause(end, limit))
            return null;
        var organisation = organisations.Read(at, limit);
        if (organisation is null)
            return null;
        var article = determined ? reading.Info(at - 1).Gender : Gender.Unknown;
        return new Phrase(PhraseKind.Organisation, organisation.All) { Organisation = organisation, Name = organisation.Name, Gender = article };
    }
}
