namespace QuitteXBot.Search.Names.Gazetteers;

/// <summary>The name of an intercommunality, written out: the package says "CC du Pays d'Ancenis (COMPA)".</summary>
/// <param name="Official">"Communauté de communes du Pays d'Ancenis".</param>
/// <param name="Short">"Pays d'Ancenis"; null where the name has no abbreviated type ("Bordeaux Métropole").</param>
/// <param name="Abbreviation">"COMPA", where one stands in brackets.</param>
internal readonly record struct EpciName(string Official, string? Short, string? Abbreviation)
{
    private static readonly (string Abbreviated, string Written)[] Types =
    [
        ("CC ", "Communauté de communes "), ("CA ", "Communauté d'agglomération "), ("CU ", "Communauté urbaine "),
    ];

    private static readonly string[] Prepositions = ["de la ", "de l'", "du ", "des ", "de ", "d'"];

    public static EpciName Of(string name)
    {
        var abbreviation = AbbreviationAtEnd(name);
        if (abbreviation is not null)
            name = name[..name.LastIndexOf('(')].TrimEnd();
        name = name.Replace("\"", "", StringComparison.Ordinal);
        foreach (var (abbreviated, written) in Types)
        {
            if (!name.StartsWith(abbreviated, StringComparison.Ordinal))
                continue;
            var rest = name[abbreviated.Length..];
            var preposition = Array.Find(Prepositions, word => rest.StartsWith(word, StringComparison.Ordinal));
            return new EpciName(written + rest, rest[(preposition?.Length ?? 0)..], abbreviation);
        }

        return new EpciName(name, null, abbreviation);
    }

    private static string? AbbreviationAtEnd(string name)
    {
        var bracket = name.LastIndexOf('(');
        if (bracket < 0 || !name.EndsWith(')') || name.Length - bracket > 14)
            return null;
        var inside = name[(bracket + 1)..^1];
        return inside.Any(char.IsAsciiLetterLower) ? null : inside;
    }
}
