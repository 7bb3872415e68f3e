using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>A name and what tells it from its homonyms: "Saint-Denis (93)", "Saint-Paul, La Réunion", "saint-denis 974".</summary>
/// <param name="Qualifier">What stands in brackets, after the comma, or the code.</param>
internal sealed record Qualified(TokenRange Name, TokenRange Qualifier)
{
    public static Qualified? Read(TokenRange words, NameFile file)
    {
        if (LastWith(words, TokenTraits.AfterOpeningBracket) is > 0 and var bracket)
            return new Qualified(words.Before(bracket), words.From(bracket));
        if (LastWith(words, TokenTraits.AfterComma) is > 0 and var comma)
            return new Qualified(words.Before(comma), words.From(comma));
        if (words.Count < 2)
            return null;
        if (TerritoryCodes.FindDepartement(file, words.Text.Token(words.End - 1)) >= 0)
            return new Qualified(words.Before(words.End - 1), words.From(words.End - 1));
        return TerritoryCodes.FindDepartement(file, words.Text.Token(words.Start)) >= 0
            ? new Qualified(words.From(words.Start + 1), words.Before(words.Start + 1))
            : null;
    }

    /// <summary>The name, and what follows its next preposition from the end: "Saint-Denis de La Réunion", "Vienne en Isère".</summary>
    public static Qualified? ReadAtPreposition(TokenRange words, ref int end)
    {
        for (end--; end > words.Start; end--)
        {
            var word = words.Text.Token(end);
            if ((NameKey.IsLink(word) || word.SequenceEqual("dans"u8)) && end + 1 < words.End)
                return new Qualified(words.Before(end), words.From(end + 1));
        }

        return null;
    }

    /// <summary>The place or the kind that the qualifier says; false where it says neither.</summary>
    public bool TryRead(NameFile file, ExactNames exact, out Place place, out KindSet kinds)
    {
        (place, kinds) = (Place.Anywhere, KindSet.None);
        if (Qualifier is { Count: 1 } && Qualifier.Text.TokenIs(Qualifier.Start, "france"u8))
            return true;

        var last = Qualifier.Text.Token(Qualifier.End - 1);
        if (TerritoryCodes.FindDepartement(file, last) is >= 0 and var departement)
        {
            place = new Place(file.Facts(departement).Departement, 0);
            return true;
        }

        var worded = WordedName.Whole(Qualifier);
        if (worded.TakeOff() is { } rest)
        {
            if (rest.Name.IsEmpty)
            {
                kinds = rest.Kinds;
                return true;
            }

            worded = rest;
        }

        foreach (var sense in exact.Senses(worded, Place.Anywhere))
        {
            var facts = file.Facts(sense.Organisation);
            if (facts.Kind == OrganisationKind.Departement)
                place = place with { Departement = facts.Departement };
            else if (facts.Kind == OrganisationKind.Region)
                place = place with { Region = facts.Region };
        }

        return !place.IsAnywhere;
    }

    private static int LastWith(TokenRange words, TokenTraits trait)
    {
        for (var index = words.End - 1; index > words.Start; index--)
        {
            if (words.Text.Place(index).Is(trait))
                return index;
        }

        return -1;
    }
}
