using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Mentions;

/// <summary>Joins a name with the function beside it ("X, maire de Y"; "le maire de Y, X"; "X (PS)"; "X, de la CGT") and an organisation with its name.</summary>
internal sealed class Apposition(Reading reading, NameReader names, OrganisationReader organisations, FunctionReader functions)
{
    public Phrase Extend(Phrase phrase, int limit) => phrase.Kind switch
    {
        PhraseKind.Person => Follow(phrase, limit),
        PhraseKind.Description => Named(phrase, limit) is { Kind: PhraseKind.Person } named ? Follow(named, limit) : phrase,
        PhraseKind.Organisation => Organisation(phrase, limit),
        _ => phrase,
    };

    /// <summary>"le maire Jean Dupont", "le maire, Jean Dupont,", "le maire (Jean Dupont)", "le président Dupont".</summary>
    private Phrase Named(Phrase phrase, int limit)
    {
        var at = phrase.All.End;
        if (at >= limit || phrase.Plural)
            return phrase;
        var separated = reading.IsSign(at, ',') || reading.IsSign(at, '(') || Characters.IsDash(reading.Document.Text[reading[at].Start]);
        var first = separated ? at + 1 : at;
        if (first < limit && reading.Is(first, WordClass.Title) && reading[first].IsCapitalised)
            first += first + 1 < limit && reading.IsSign(first + 1, '.') ? 2 : 1;
        if (first >= limit)
            return phrase;
        var end = names.End(first, limit);
        if (end == first || (separated && !names.IsPerson(first, end)) || reading.Is(first, WordClass.Determiner))
            return phrase;
        if (!separated && !names.IsPerson(first, end) && (end - first > 2 || reading.Is(first, WordClass.NotPerson | WordClass.OrganisationNoun) || reading[first].Form.IsAllCapitals))
            return phrase;
        if (separated && (!Closes(end, limit) || (phrase.Governed && IsVerb(end, limit))))
            return phrase;
        var gender = reading.Is(first, WordClass.GivenName) && reading.Info(first).Gender != Gender.Unknown ? reading.Info(first).Gender : phrase.Gender;
        return phrase with { Kind = PhraseKind.Person, Name = new Run(first, end), All = new Run(phrase.All.First, reading.IsSign(at, '(') ? Math.Min(end + 1, limit) : end), Gender = gender };
    }

    /// <summary>A name in apposition ends at a sign, a verb or the quote; not before another name's function.</summary>
    private bool Closes(int end, int limit) =>
        end >= limit || !reading[end].IsWord || reading.Is(end, WordClass.Auxiliary | WordClass.Grammatical | WordClass.Preposition) || reading.Info(end).Verb is not null || !reading.Is(end, WordClass.Determiner);

    /// <summary>"Aux côtés de la ministre, Jean Dupont a dit": the name is the subject, not the minister's.</summary>
    private bool IsVerb(int at, int limit) => at < limit && (reading.Is(at, WordClass.Auxiliary) || reading.Info(at).Verb is { IsFinite: true });

    private Phrase Follow(Phrase phrase, int limit)
    {
        var at = phrase.All.End;
        if (at < limit && reading.IsSign(at, '('))
            (phrase, at) = Parenthesis(phrase, at, limit);
        if (at >= limit)
            return phrase;
        if (phrase.Organisation is null && Membership(at, limit) is { } member)
            return phrase with { Organisation = member, All = new Run(phrase.All.First, member.All.End) };
        var comma = reading.IsSign(at, ',') || Characters.IsDash(reading.Document.Text[reading[at].Start]);
        var first = comma ? SkipAge(at + 1, limit) : at;
        if (first >= limit)
            return phrase;
        var determined = reading.Is(first, WordClass.Determiner);
        if (determined && first + 1 < limit && reading[first + 1].Lower.EndsWith("'s", StringComparison.Ordinal))
            first++;
        if (determined && OneOf(first, limit) is var skip && skip > first)
            return WithFunction(phrase, skip, first, limit);
        if (!comma && !determined)
            return phrase;
        if (reading.Info(first).Verb is { IsFinite: true } && !determined)
            return phrase;
        return WithFunction(phrase, determined ? first + 1 : first, determined ? first + 1 : first, limit);
    }

    private Phrase WithFunction(Phrase phrase, int noun, int first, int limit)
    {
        if (!phrase.Function.IsNone && phrase.Organisation is { Generic: false })
            return phrase;
        if (functions.Read(noun, limit) is not { } function || StartsAnother(function, limit))
            return phrase;
        // "le professeur X, président de Y" speaks as president.
        var keep = !phrase.Function.IsNone && phrase.FunctionLemma is not ("professeur" or "docteur");
        return phrase with
        {
            Function = keep ? phrase.Function : new Run(first, function.All.End),
            FunctionLemma = keep ? phrase.FunctionLemma : function.Lemma,
            Organisation = function.Organisation ?? phrase.Organisation,
            Possessive = phrase.Possessive || (first > 0 && reading[first - 1].Lower is "son" or "sa" or "leur"),
            Gender = phrase.Gender == Gender.Unknown ? function.Gender : phrase.Gender,
            All = new Run(phrase.All.First, function.All.End),
        };
    }

    /// <summary>"Jean Dupont, la maire Marie Durand et…": the function belongs to the name behind it.</summary>
    private bool StartsAnother(FunctionPhrase function, int limit)
    {
        var at = function.All.End;
        return at < limit && reading[at].IsCapitalised && names.End(at, limit) is var end && end > at && names.IsPerson(at, end);
    }

    private int OneOf(int at, int limit)
    {
        var one = reading[at].Lower == "l'" ? at + 1 : at;
        if (one + 2 >= limit || reading[one].Lower is not ("un" or "une"))
            return at;
        if (reading[one + 1].Lower == "des")
            return one + 2;
        return reading[one + 1].Lower is "de" or "d'" && reading.Is(one + 2, WordClass.Determiner) ? one + 3 : at;
    }

    /// <summary>", de la CGT," and " du syndicat FO".</summary>
    private OrganisationPhrase? Membership(int at, int limit)
    {
        var next = reading.IsSign(at, ',') ? at + 1 : at;
        if (next + 1 >= limit || reading[next].Lower is not ("de" or "du" or "d'" or "pour" or "des"))
            return null;
        next++;
        if (next < limit && reading.Is(next, WordClass.Determiner) && !reading[next].IsCapitalised)
            next++;
        return next < limit && (reading[next].IsCapitalised || reading.Is(next, WordClass.OrganisationNoun)) && !reading.Is(next, WordClass.GivenName) ? organisations.Read(next, limit) : null;
    }

    private (Phrase Phrase, int At) Parenthesis(Phrase phrase, int at, int limit)
    {
        for (var close = at + 1; close < limit && close <= at + 16; close++)
        {
            if (!reading.IsSign(close, ')'))
                continue;
            var read = phrase with { All = new Run(phrase.All.First, close + 1) };
            if (names.End(at + 1, close) == close && phrase.Organisation is null or { Generic: true })
                read = read with { Organisation = organisations.Read(at + 1, close) };
            else if (functions.Read(reading.Is(at + 1, WordClass.Determiner) ? at + 2 : at + 1, close) is { } function && phrase.Function.IsNone)
                read = read with { Function = function.All, FunctionLemma = function.Lemma, Organisation = function.Organisation ?? phrase.Organisation };
            return (read, close + 1);
        }

        return (phrase, at);
    }

    /// <summary>"le groupe de pneus, numéro un mondial, Velmont": a few words in lower case between commas.</summary>
    private int SkipEpithet(int at, int limit)
    {
        for (var i = at; i < limit && i < at + 6; i++)
        {
            if (reading.IsSign(i, ',') && i > at)
                return i + 1;
            if (!reading[i].IsWord || reading[i].IsCapitalised || reading.Info(i).Verb is { IsFinite: true, Loose: false } || reading.Is(i, WordClass.Auxiliary))
                return at;
        }

        return at;
    }

    private int SkipAge(int at, int limit)
    {
        if (at + 2 < limit && reading[at].Kind == TokenKind.Number && reading[at + 1].Lower == "ans")
            return reading.IsSign(at + 2, ',') ? at + 3 : at + 2;
        return at;
    }

    /// <summary>"le conseil de la famille, Me Jean Dupont,": a lawyer where a person's name stands in apposition.</summary>
    private Phrase? Counsel(Phrase phrase, OrganisationPhrase organisation, int limit)
    {
        var first = phrase.All.End + 1;
        var titled = reading.Is(first, WordClass.Title) && reading[first].IsCapitalised;
        if (titled)
            first += first + 1 < limit && reading.IsSign(first + 1, '.') ? 2 : 1;
        if (first >= limit || !(titled || reading.Is(first, WordClass.GivenName)))
            return null;
        var end = names.End(first, limit);
        if (end == first || !Closes(end, limit))
            return null;
        var gender = reading.Is(first, WordClass.GivenName) ? reading.Info(first).Gender : Gender.Unknown;
        return new Phrase(PhraseKind.Person, new Run(phrase.All.First, end))
        {
            Name = new Run(first, end), Function = organisation.All, FunctionLemma = "avocat", Gender = gender,
            Governed = phrase.Governed, Preposition = phrase.Preposition, Definite = phrase.Definite,
        };
    }

    /// <summary>"la fédération des artisans, Artifed", "Artifed, la fédération des artisans", "Bois et Cie (BC)".</summary>
    private Phrase Organisation(Phrase phrase, int limit)
    {
        var at = phrase.All.End;
        if (at + 1 >= limit || phrase.Organisation is not { } organisation)
            return phrase;
        if (reading.IsSign(at, '(') && at + 2 < limit && reading[at + 1].IsCapitalised && reading.IsSign(at + 2, ')'))
            return phrase with { Organisation = organisation with { Alias = new Run(at + 1, at + 2) }, All = new Run(phrase.All.First, at + 3) };
        if (!reading.IsSign(at, ','))
            return phrase;
        if (organisation is { Head: "conseil", Plural: false } && Counsel(phrase, organisation, limit) is { } counsel)
            return counsel;
        var next = at + 1;
        if (organisation is { Head: not null, Generic: false } && organisation.Name.IsNone)
        {
            next = SkipEpithet(next, limit);
            var name = reading.Is(next, WordClass.Determiner) && !reading[next].IsCapitalised && next + 1 < limit && reading[next + 1].IsCapitalised ? next + 1 : next;
            var end = names.End(name, limit);
            if (end > name && !names.IsPerson(name, end) && (end >= limit || !reading[end].IsWord || reading.Is(end, WordClass.Auxiliary)) && !reading.Is(name, WordClass.OrganisationNoun))
                return phrase with { Organisation = organisation with { Name = new Run(name, end), Generic = false }, All = new Run(phrase.All.First, end) };
        }
        else if (organisation.Head is null && next + 1 < limit && reading.Is(next, WordClass.Determiner) && reading.Is(next + 1, WordClass.OrganisationNoun)
            && organisations.Read(next + 1, limit) is { } described && (described.All.End >= limit || !reading[described.All.End].IsWord))
        {
            return phrase with
            {
                Organisation = organisation with { Head = described.Head, Kinds = described.Kinds, Gender = described.Gender },
                All = new Run(phrase.All.First, described.All.End),
                Gender = described.Gender,
            };
        }

        return phrase;
    }
}
