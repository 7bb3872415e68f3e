using System.Numerics;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;

namespace QuitteXBot.Ingestion.Attribution.Entities;

/// <summary>The organisations of a document.</summary>
internal sealed class OrganisationBook(Reading reading)
{
    private readonly Dictionary<string, Entity> byName = [];

    /// <summary>The first one named of each kind.</summary>
    private readonly Dictionary<int, Entity> firstOfKind = [];

    /// <summary>The last one met of each kind (a bit's number), and the last of unknown kind.</summary>
    private readonly Dictionary<int, Entity> lastOfKind = [];

    private Entity? lastNamed;

    /// <summary>The last one of a kind, named so far.</summary>
    public Entity? Last(Core.Organisations.OrganisationKind kind) => lastOfKind.GetValueOrDefault((int)kind);

    /// <summary>The last one that was a subject.</summary>
    public Entity? LastNamed => lastNamed;

    public void Learn(OrganisationPhrase phrase)
    {
        if (phrase is { Common: true, Capital: false, Name.IsNone: true } && !IsPublic(phrase.Kinds))
            return;
        var entity = Known(phrase) ?? new Entity(false, FullName(phrase), phrase.Gender);
        entity.Head ??= phrase.Head;
        entity.Epithet = phrase.Epithet;
        entity.Kinds |= phrase.Kinds;
        if (entity.Gender == default)
            entity.Gender = phrase.Gender;
        foreach (var key in Keys(phrase))
            byName.TryAdd(key, entity);
        foreach (var kind in phrase.Epithet ? [] : Bits(phrase.Kinds))
            firstOfKind.TryAdd(kind, entity);
    }

    public Entity Find(OrganisationPhrase phrase, bool anaphoric, bool free)
    {
        var entity = phrase.Kinds == WordInfo.Self ? Known(phrase) : phrase.Generic ? Generic(phrase) : Known(phrase);
        if (anaphoric && phrase.Epithet && !phrase.Plural && !IsPublic(phrase.Kinds) && (entity is null || entity.Epithet))
            entity = (lastNamed is { Kinds: 0 } || lastNamed?.Head == phrase.Head ? lastNamed : null) ?? entity;
        if ((entity is null || phrase.Capital) && anaphoric && phrase.Common && phrase.Name.IsNone && !phrase.Plural && !IsPublic(phrase.Kinds) && ((lastNamed is { Kinds: 0 } && !phrase.Capital) || lastNamed?.Head == phrase.Head))
            return new Entity(false, reading.Words(phrase.All.First, phrase.All.End), phrase.Gender) { Head = phrase.Head, Kinds = phrase.Kinds, Organisation = lastNamed };
        if (entity is null)
        {
            entity = new Entity(false, reading.Words(phrase.All.First, phrase.All.End), phrase.Gender) { Head = phrase.Head, Kinds = phrase.Kinds, Generic = phrase.Generic, Plural = phrase.Plural };
            byName.TryAdd(Key(entity.Name!), entity);
            entity.Epithet = phrase.Epithet;
        }

        Remember(entity, free);
        return entity;
    }

    private void Remember(Entity entity, bool free)
    {
        if (entity.Generic || entity.Epithet || entity.Kinds == WordInfo.Self)
            return;
        if (free)
            lastNamed = entity;
        foreach (var kind in Bits(entity.Kinds))
            lastOfKind[kind] = entity;
    }

    private static IEnumerable<int> Bits(int kinds)
    {
        for (; kinds != 0; kinds &= kinds - 1)
            yield return BitOperations.TrailingZeroCount(kinds);
    }

    /// <summary>"la Région": the last of its kind, or the first one that the document will name, or one named without a noun.</summary>
    private Entity? Generic(OrganisationPhrase phrase)
    {
        Entity? found = null;
        foreach (var kind in Bits(phrase.Kinds))
        {
            if (lastOfKind.TryGetValue(kind, out var entity) && (found is null || entity.Head == phrase.Head))
                found = entity;
        }

        foreach (var kind in Bits(phrase.Kinds))
            found ??= firstOfKind.GetValueOrDefault(kind);
        if (found is not null || phrase.Plural || IsPublic(phrase.Kinds))
            return found;
        return lastNamed is { Kinds: 0 } ? lastNamed : null;
    }

    /// <summary>Territories and state bodies are always called by their noun once, so a bare name is none of them.</summary>
    private static bool IsPublic(int kinds)
    {
        const int publicKinds = (1 << (int)Core.Organisations.OrganisationKind.Region) | (1 << (int)Core.Organisations.OrganisationKind.Departement)
            | (1 << (int)Core.Organisations.OrganisationKind.Commune) | (1 << (int)Core.Organisations.OrganisationKind.Epci) | (1 << (int)Core.Organisations.OrganisationKind.StateBody);
        return (kinds & publicKinds) != 0;
    }

    private Entity? Known(OrganisationPhrase phrase)
    {
        foreach (var key in Keys(phrase))
        {
            if (byName.TryGetValue(key, out var entity))
                return entity;
        }

        return null;
    }

    private string FullName(OrganisationPhrase phrase) =>
        phrase.Name.IsNone || (phrase.Name.First >= phrase.All.First && phrase.Name.End <= phrase.All.End && IsTerritory(phrase))
            ? reading.Words(phrase.All.First, phrase.All.End)
            : reading.Words(phrase.Name.First, phrase.Name.End);

    /// <summary>"Région Grand Est" keeps its noun; "syndicat FO" is called FO.</summary>
    private static bool IsTerritory(OrganisationPhrase phrase) => phrase.Head is not null && (IsPublic(phrase.Kinds) || phrase.Head is "université" or "parti" or "front" or "ligue" or "union" or "assemblée" or "club" or "institut" or "école" or "lycée" or "fondation" or "fédération");

    private IEnumerable<string> Keys(OrganisationPhrase phrase)
    {
        yield return Key(reading.Words(phrase.All.First, phrase.All.End));
        if (!phrase.Name.IsNone && !IsTerritory(phrase))
        {
            var name = Key(reading.Words(phrase.Name.First, phrase.Name.End));
            yield return name;
            var hyphen = name.IndexOf('-', StringComparison.Ordinal);
            if (hyphen > 1 && reading[phrase.Name.First].Form.IsAllCapitals)
                yield return name[..hyphen];
        }

        if (!phrase.Alias.IsNone)
            yield return Key(reading.Words(phrase.Alias.First, phrase.Alias.End));
    }

    private static string Key(string name)
    {
        var key = name.ToLowerInvariant().Replace('’', '\'');
        foreach (var article in (string[])["le ", "la ", "les ", "l'"])
        {
            if (key.StartsWith(article, StringComparison.Ordinal))
                return key[article.Length..];
        }

        return key;
    }
}
