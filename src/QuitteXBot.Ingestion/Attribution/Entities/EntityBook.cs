using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;

namespace QuitteXBot.Ingestion.Attribution.Entities;

/// <summary>Says whom each phrase of a document means: a first pass learns the full names, a second resolves short names, functions and nouns in order.</summary>
internal sealed class EntityBook
{
    private readonly Reading reading;
    private readonly PersonBook persons;
    private readonly OrganisationBook organisations;
    private readonly List<Mention> mentions = [];
    private readonly int[] sentenceOf;
    private (Entity Described, int Mention)? awaited;

    private EntityBook(Reading reading)
    {
        this.reading = reading;
        persons = new PersonBook(reading);
        organisations = new OrganisationBook(reading);
        sentenceOf = SentenceOf(reading);
    }

    public static List<Mention> Resolve(Reading reading, List<Phrase> phrases)
    {
        var book = new EntityBook(reading);
        foreach (var phrase in phrases)
        {
            if (phrase.Kind == PhraseKind.Person)
                book.persons.Learn(phrase);
            if (phrase.Organisation is { Generic: false } organisation)
                book.Learn(phrase, organisation);
        }

        foreach (var phrase in phrases)
            book.mentions.Add(new Mention(phrase, book.Meant(phrase)));
        return book.mentions;
    }

    /// <summary>By token, the number of its sentence; a paragraph's end counts as a gap.</summary>
    private static int[] SentenceOf(Reading reading)
    {
        var map = new int[reading.Count];
        var number = 0;
        foreach (var paragraph in reading.Document.Paragraphs)
        {
            foreach (var sentence in paragraph.Sentences)
            {
                number++;
                map.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Fill(number);
            }

            number++;
        }

        return map;
    }

    private void Learn(Phrase phrase, OrganisationPhrase organisation)
    {
        if (phrase.Kind != PhraseKind.Organisation || !IsPersonsName(organisation))
            organisations.Learn(organisation);
    }

    private Entity? Meant(Phrase phrase)
    {
        if (phrase.Kind == PhraseKind.Organisation && IsPersonsName(phrase.Organisation!))
            return persons.Find(phrase.Organisation!.Name, phrase.Gender);
        var organisation = phrase.Organisation is { } named ? organisations.Find(named, anaphoric: phrase.Kind == PhraseKind.Organisation, free: !phrase.Governed) : null;
        switch (phrase.Kind)
        {
            case PhraseKind.Organisation:
                return organisation;
            case PhraseKind.Document:
                return organisation;
            case PhraseKind.Person:
                organisation ??= Implied(phrase);
                var person = persons.Find(phrase.Name, phrase.Gender) ?? persons.Add(phrase);
                persons.Describe(person, phrase, organisation);
                Introduce(phrase, person);
                return person;
            default:
                return Described(phrase, organisation);
        }
    }

    private bool IsPersonsName(OrganisationPhrase organisation) =>
        organisation.Head is null && organisation.All == organisation.Name && persons.Knows(organisation.Name);

    /// <summary>"sa présidente" is that of the organisation just named, "le maire" that of the commune.</summary>
    private Entity? Implied(Phrase phrase)
    {
        if (phrase.FunctionLemma is null)
            return null;
        if (phrase.Possessive && Owner() is { } owner)
            return owner;
        return phrase.FunctionLemma is "maire" ? organisations.Last(Core.Organisations.OrganisationKind.Commune) : null;
    }

    private Entity? Owner()
    {
        Entity? bare = null;
        for (var i = mentions.Count - 1; i >= 0 && i >= mentions.Count - 8; i--)
        {
            if (mentions[i].Phrase.Kind != PhraseKind.Organisation || !mentions[i].IsFree || mentions[i].Entity is not { IsPerson: false } entity || entity.Name!.Length == 1)
                continue;
            if (entity.Head is not null || NamesItsKind(mentions[i].Phrase.Organisation!.All))
                return entity;
            bare ??= entity;
        }

        return bare;
    }

    /// <summary>A name with an organisation's noun in it ("Nantes Métropole") is no mere place.</summary>
    private bool NamesItsKind(Run name)
    {
        for (var at = name.First; at < name.End; at++)
        {
            if (reading.Is(at, WordClass.OrganisationNoun))
                return true;
        }

        return false;
    }

    private Entity Described(Phrase phrase, Entity? organisation)
    {
        organisation ??= phrase.Definite ? Implied(phrase) : null;
        var known = persons.WithFunction(phrase, organisation, mentions);
        if (known is not null)
        {
            if (known.Role is null || (known.Organisation is null && organisation is not null))
                persons.Describe(known, phrase, organisation);
            return known;
        }

        if (NamedJustBefore(phrase) is { } named)
        {
            persons.Describe(named, phrase, organisation);
            return named;
        }

        var described = persons.AddDescribed(phrase, organisation);
        if (phrase.Definite && !phrase.Plural && !phrase.Governed && StartsSentence(phrase) && described.Name is null)
            awaited = (described, mentions.Count);
        return described;
    }

    /// <summary>"Le ministre de X a déclaré… Jean Dupont reconnaît…": who is named next without a function is whom the function introduced.</summary>
    private void Introduce(Phrase phrase, Entity person)
    {
        if (awaited is not var (described, at) || phrase.Governed)
            return;
        awaited = null;
        if (person.Role is not null || persons.HasFunction(person) || !person.Gender.Agrees(described.Gender) || !IsNextSentence(mentions[at].First, phrase.All.First))
            return;
        described.SameAs = person;
        (person.Role, person.RoleLemma) = (described.Role, described.RoleLemma);
        person.Organisation ??= described.Organisation;
    }

    /// <summary>"Pour Jean Dupont, « … ». Le porte-parole du collectif…": the function of the one just named, who has none yet.</summary>
    private Entity? NamedJustBefore(Phrase phrase)
    {
        if (!phrase.Definite || phrase.Plural || phrase.Governed || !StartsSentence(phrase) || phrase.Function.End - phrase.Function.First < 2)
            return null;
        for (var i = mentions.Count - 1; i >= 0 && i >= mentions.Count - 4; i--)
        {
            if (mentions[i].Entity is not { IsPerson: true } person)
                continue;
            return person is { Name: not null, Role: null } && !persons.HasFunction(person) && person.Gender.Agrees(phrase.Gender)
                && (mentions[i].IsFree || mentions[i].Phrase.Preposition is "selon" or "pour" or "après") && IsNextSentence(mentions[i].First, phrase.All.First)
                ? person
                : null;
        }

        return null;
    }

    private bool StartsSentence(Phrase phrase) => sentenceOf[phrase.All.First] is var sentence && (phrase.All.First == 0 || sentenceOf[phrase.All.First - 1] != sentence);

    private bool IsNextSentence(int earlier, int later) => sentenceOf[later] == sentenceOf[earlier] + 1;
}
