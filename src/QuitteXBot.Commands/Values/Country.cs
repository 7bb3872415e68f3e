using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Text;

namespace QuitteXBot.Commands.Values;

/// <summary>A country that organisations of the store lie in or may come to.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
internal sealed record Country(string Code, LocalisedText Name)
{
    public static ImmutableArray<Country> All { get; } =
    [
        new("FR", new("France", "France")),
        new("DE", new("Allemagne", "Germany")),
        new("AT", new("Autriche", "Austria")),
        new("BE", new("Belgique", "Belgium")),
        new("CA", new("Canada", "Canada")),
        new("DK", new("Danemark", "Denmark")),
        new("ES", new("Espagne", "Spain")),
        new("US", new("États-Unis", "United States")),
        new("FI", new("Finlande", "Finland")),
        new("IE", new("Irlande", "Ireland")),
        new("IT", new("Italie", "Italy")),
        new("LU", new("Luxembourg", "Luxembourg")),
        new("NO", new("Norvège", "Norway")),
        new("NL", new("Pays-Bas", "Netherlands")),
        new("PT", new("Portugal", "Portugal")),
        new("GB", new("Royaume-Uni", "United Kingdom")),
        new("SE", new("Suède", "Sweden")),
        new("CH", new("Suisse", "Switzerland")),
    ];

    /// <summary>The country of that name in either language, or null. Codes are not names: <c>DE</c> is a French word, <c>NO</c> an English one.</summary>
    public static Country? Find(string name)
    {
        var folded = Joined(name);
        foreach (var country in All)
        {
            if (Joined(country.Name.French) == folded || Joined(country.Name.English) == folded)
                return country;
        }

        return null;
    }

    public static Country? FindByCode(string code) => All.FirstOrDefault(country => country.Code == code);

    /// <summary>The country whose name stands at that word, and how many words it takes.</summary>
    public static Found<Country>? FindAt(ImmutableArray<Word> words, int index)
    {
        foreach (var country in All)
        {
            var length = Math.Max(Phrase.Of(country.Name.French).LengthAt(words, index), Phrase.Of(country.Name.English).LengthAt(words, index));
            if (length > 0)
                return new Found<Country>(country, length);
        }

        return null;
    }

    private static string Joined(string name) => string.Join(' ', Word.Split(name).Select(word => word.Folded));
}
