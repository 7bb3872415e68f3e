using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;

namespace QuitteXBot.Ingestion.Attribution.Entities;

/// <summary>The persons of a document.</summary>
internal sealed class PersonBook(Reading reading)
{
    /// <summary>How many mentions back a definite description looks for whom it means.</summary>
    private const int Memory = 40;

    /// <summary>Nouns that stand for any person just named.</summary>
    private static readonly string[] StandIns =
    [
        "élu", "édile", "intéressé", "dirigeant", "responsable", "homme", "quadragénaire", "quinquagénaire", "sexagénaire", "septuagénaire", "trentenaire",
        "candidat", "socialiste", "écologiste", "communiste", "centriste", "républicain", "démocrate", "conservateur", "insoumis", "parlementaire", "militant", "patron",
        "technicien", "joueur", "attaquant", "champion", "coach", "entraîneur", "chanteur", "comédien", "acteur", "romancier", "écrivain", "essayiste", "cinéaste", "réalisateur", "musicien", "dessinateur",
        "médecin", "historien", "sociologue", "économiste", "politologue", "philosophe", "journaliste", "syndicaliste", "agriculteur", "éleveur", "commerçant", "restaurateur", "étudiant", "retraité", "lycéen", "milliardaire", "officier", "magistrat", "juriste",
        "chef", "leader", "numéro", "jeune", "représentant", "avocat", "chercheur", "universitaire", "enseignant", "artiste", "auteur", "locataire", "porte-parole",
    ];

    /// <summary>Functions that the press uses for one another.</summary>
    private static readonly string[][] Synonyms =
    [
        ["maire", "édile", "élu"], ["président", "patron", "dirigeant", "chef", "pdg", "leader"], ["directeur", "patron", "dirigeant", "dg", "responsable"],
        ["député", "parlementaire", "élu"], ["sénateur", "parlementaire", "élu"], ["conseiller", "élu"], ["adjoint", "élu"],
        ["professeur", "enseignant", "chercheur", "universitaire", "enseignant-chercheur"], ["porte-parole", "représentant"],
    ];

    private readonly Dictionary<string, List<Entity>> byName = [];
    private readonly Dictionary<string, Entity> byFullName = [];
    private readonly Dictionary<string, Entity> described = [];
    private readonly HashSet<Entity> withFunction = [];
    private readonly Dictionary<string, List<Entity>> byFunction = [];

    public bool Knows(Run name) => name.End - name.First == 1 && byName.ContainsKey(reading[name.First].Lower);

    public void Learn(Phrase phrase)
    {
        if (phrase.Name.End - phrase.Name.First < 2)
            return;
        var person = Find(phrase.Name, phrase.Gender) ?? Add(phrase);
        Describe(person, phrase with { Function = Run.None }, null);
        if (phrase.FunctionLemma is not { } lemma)
            return;
        withFunction.Add(person);
        if (!byFunction.TryGetValue(lemma, out var holders))
            byFunction[lemma] = holders = [];
        if (!holders.Contains(person))
            holders.Add(person);
    }

    /// <summary>Whether any mention in the document gives the person a function.</summary>
    public bool HasFunction(Entity person) => withFunction.Contains(person);

    public Entity Add(Phrase phrase)
    {
        var name = reading.Words(phrase.Name.First, phrase.Name.End);
        var person = new Entity(true, name, phrase.Gender);
        byFullName.TryAdd(Key(name), person);
        for (var i = phrase.Name.End - phrase.Name.First > 1 ? phrase.Name.First + 1 : phrase.Name.First; i < phrase.Name.End; i++)
        {
            if (!reading[i].IsCapitalised)
                continue;
            if (!byName.TryGetValue(reading[i].Lower, out var namesakes))
                byName[reading[i].Lower] = namesakes = [];
            namesakes.Add(person);
        }

        return person;
    }

    /// <summary>The person of that full name, or the one whose family name it is.</summary>
    public Entity? Find(Run name, Gender gender)
    {
        if (byFullName.TryGetValue(Key(reading.Words(name.First, name.End)), out var person))
            return person;
        if (reading.IsSign(name.End - 1, '.'))
            return WithInitials(name);
        if (!byName.TryGetValue(reading[name.End - 1].Lower, out var namesakes))
            return null;
        var single = name.End - name.First == 1 || reading[name.First].End - reading[name.First].Start == 1;
        for (var i = namesakes.Count - 1; i >= 0; i--)
        {
            var initial = namesakes[i].Name![0] == reading.Words(name.First, name.End)[0];
            if (namesakes[i].Gender.Agrees(gender) && (name.End - name.First == 1 || (initial && (single || SameGivenName(namesakes[i], name)))))
                return namesakes[i];
        }

        return null;
    }

    private Entity? WithInitials(Run name)
    {
        var initials = string.Concat(Enumerable.Range(0, (name.End - name.First) / 2).Select(i => reading[name.First + (2 * i)].Form.Text));
        return byFullName.Values.FirstOrDefault(person => string.Concat(person.Name!.Split(' ').Where(word => char.IsUpper(word[0])).Select(word => word[0])) == initials);
    }

    public void Describe(Entity person, Phrase phrase, Entity? organisation)
    {
        if (person.Gender == Gender.Unknown)
            person.Gender = phrase.Gender;
        if (!phrase.Function.IsNone && (person.Role is null || (person.Organisation is null && organisation is not null && person.RoleLemma == phrase.FunctionLemma)))
            (person.Role, person.RoleLemma) = (reading.Words(phrase.Function.First, phrase.Function.End), phrase.FunctionLemma);
        if (organisation is not null && (person.Organisation is null || (person.Organisation.Generic && !organisation.Generic)))
            person.Organisation = organisation;
    }

    public Entity AddDescribed(Phrase phrase, Entity? organisation)
    {
        var role = reading.Words(phrase.Function.First, phrase.Function.End);
        if (phrase.Definite && described.TryGetValue(Key(role), out var known))
            return known;
        var person = new Entity(true, null, phrase.Gender) { Role = role, RoleLemma = phrase.FunctionLemma, Organisation = organisation, Plural = phrase.Plural };
        described.TryAdd(Key(role), person);
        return person;
    }

    /// <summary>The person that a description stands for, or null where it introduces somebody.</summary>
    public Entity? WithFunction(Phrase phrase, Entity? organisation, List<Mention> before)
    {
        if ((!phrase.Definite && !phrase.Aged) || phrase.Plural)
            return null;
        var former = reading[phrase.Function.First].Lower is "ancien" or "ancienne" || reading[phrase.Function.First].Lower.StartsWith("ex-", StringComparison.Ordinal);
        var bare = phrase.Function.End - phrase.Function.First <= 2 && organisation is null or { Generic: true };
        Entity? sameFunction = null;
        Entity? standIn = null;
        Entity? sameRole = null;
        for (var i = before.Count - 1; i >= 0 && i >= before.Count - Memory; i--)
        {
            if (before[i].Entity is not { IsPerson: true, Plural: false } person || !person.Gender.Agrees(phrase.Gender))
                continue;
            if (person.RoleLemma is { } lemma && lemma == phrase.FunctionLemma && Compatible(person.Organisation, organisation))
            {
                if (person.Name is not null)
                    return person;
                sameRole ??= person;
                continue;
            }

            if (sameFunction is null && bare && person.RoleLemma is { } other && AreSynonyms(other, phrase.FunctionLemma!))
                sameFunction = person;
            if (standIn is null && (bare || former || phrase.Aged) && person.Name is not null && (phrase.Aged || !before[i].Phrase.Governed))
                standIn = person;
        }

        if (phrase.Possessive)
            return sameRole ?? OnlyHolder(phrase);
        return sameFunction ?? OnlyHolder(phrase) ?? (phrase.Aged || former || (bare && Array.IndexOf(StandIns, phrase.FunctionLemma) >= 0) ? standIn : null) ?? sameRole;
    }

    /// <summary>The one person whom the document, further on, gives this function.</summary>
    private Entity? OnlyHolder(Phrase phrase) =>
        byFunction.TryGetValue(phrase.FunctionLemma!, out var holders) && holders is [var only] && only.Gender.Agrees(phrase.Gender)
        && phrase.Function.End - phrase.Function.First == 1 && only.Role is null
            ? only
            : null;

    private static bool Compatible(Entity? known, Entity? asked) => asked is null || known is null || ReferenceEquals(known, asked) || (asked.Generic && (asked.Kinds & known.Kinds) != 0);

    private static bool AreSynonyms(string left, string right) => Array.Exists(Synonyms, set => Array.IndexOf(set, left) >= 0 && Array.IndexOf(set, right) >= 0);

    private bool SameGivenName(Entity person, Run name)
    {
        var given = person.Name!.Split(' ')[0];
        return string.Equals(given, reading[name.First].Form.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Key(string name) => name.ToLowerInvariant();
}
