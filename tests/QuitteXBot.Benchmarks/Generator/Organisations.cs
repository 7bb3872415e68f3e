namespace QuitteXBot.Benchmarks.Generator;

/// <summary>Names of organisations: the communes of <c>config/gazetteer</c> where it is at hand, made-up ones otherwise.</summary>
internal static class Organisations
{
    public const int Most = 5_000;

    private const int MadeUp = 2_000;

    public static IReadOnlyList<(string Id, string Name)> Load(FrenchWords words, int seed)
    {
        var random = new Random(seed);
        var file = FindGazetteer();
        if (file is null)
            return [.. Enumerable.Range(0, MadeUp).Select(number => ($"other-{number}", $"Ville de {Capital(words.Form(random.Next(500, FrenchWords.Lemmas), random))}"))];
        var communes = File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length > 1)
            .Select(cells => ($"commune-{cells[0]}", $"Ville de {cells[1].Trim('"')}")).ToArray();
        random.Shuffle(communes);
        return communes[..Math.Min(Most, communes.Length)];
    }

    public static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string? FindGazetteer()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "config", "gazetteer", "communes.csv");
            if (File.Exists(file))
                return file;
        }

        return null;
    }
}
