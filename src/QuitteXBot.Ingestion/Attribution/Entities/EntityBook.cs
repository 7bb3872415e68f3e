using QuitteXBot.Ingestion.Attribution.Mentions;

namespace QuitteXBot.Ingestion.Attribution.Entities;

/// <summary>Says whom each phrase of a document means: a first pass learns the full names, a second resolves short names, functions and nouns in order.</summary>
internal sealed class EntityBook
{
    private readonly Reading reading;
    private readonly PersonBook persons;
    private readonly OrganisationBook organisations;
    private readonly List<Mention> mentions = [];

    private EntityBook(Reading reading)
    {
        this.reading = reading;
        persons = new PersonBook(reading);
        organisations = new OrganisationBook(reading);
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

    private void Learn(Phrase phrase, OrganisationPhrase organisation)
    {
        if (phrase.Kind != PhraseKind.Organisation || !IsPersonsName(organisation))
            organisations.Learn(organisation);
    }

    private Entity? Meant(Phrase phrase)
    {
        if (phrase.Kind == PhraseKind.Organisation && IsPersonsName(phrase.Organisation!))
            return persons.Find(phrase.Organisation!.Name, phrase.Gender);
        var organisation = phrase.Organisation is { } named ? organisations.Find(named) : null;
        switch (phrase.Kind)
        {
            case PhraseKind.Organisation:
                return organisation;
            case PhraseKind.Document:
                return organisation;
            case PhraseKind.Person:
                var person = persons.Find(phrase.Name, phrase.Gender) ?? persons.Add(phrase);
                persons.Describe(person, phrase, organisation);
                return person;
            default:
                return Described(phrase, organisation);
        }
    }

    private bool IsPersonsName(OrganisationPhrase organisation) =>
        organisation.Head is null && organisation.All == organisation.Name && persons.Knows(organisation.Name);

    private Entity Described(Phrase phrase, Entity? organisation)
    {
        var known = PersonBook.WithFunction(phrase, organisation, mentions);
        if (known is not null)
        {
            if (known.Role is null || (known.Organisation is null && organisation is not null))
                persons.Describe(known, phrase, organisation);
            return known;
        }

        return persons.AddDescribed(phrase, organisation);
    }
}
