using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Benchmarks.Discord;

/// <summary>Some eight hundred different questions: why each of many organisations leaves, and words to search for.</summary>
internal sealed class Questions
{
    private static readonly string[] Words =
    [
        "haine", "désinformation", "démocratie", "modération", "harcèlement", "service public", "valeurs", "liberté", "algorithme", "données",
        "citoyens", "réseau social", "Mastodon", "Bluesky", "Musk", "complotisme", "violence", "information", "élus", "université", "collectivité",
        "compte", "habitants", "débat", "racisme",
    ];

    /// <summary>Of this one the seeds have quotes.</summary>
    private static readonly string[] Quoted =
        ["meurthe-et-moselle", "département de meurthe-et-moselle", "meurthe et moselle", "54", "conseil départemental de Meurthe-et-Moselle"];

    private readonly string[] departed = [.. Names("seeds/departures.csv", 0)];
    private readonly string[] others = [.. Names("config/gazetteer/departements.csv", 1), .. Names("config/gazetteer/regions.csv", 1)];

    /// <summary>In turn for an organisation with quotes, one whose departure is known, any other, and for two words.</summary>
    public TestInteraction Ask(TestDiscord discord, TestUser user, int number)
    {
        var turn = number / 4;
        return (number % 4) switch
        {
            0 => discord.Users.Slash(user, "why", ("organisation", Quoted[turn % Quoted.Length])),
            1 => discord.Users.Slash(user, "why", ("organisation", departed[turn % departed.Length])),
            2 => discord.Users.Slash(user, "why", ("organisation", others[turn % others.Length])),
            _ => discord.Users.Slash(user, "search", ("words", $"{Words[turn % Words.Length]} {Words[turn / Words.Length % Words.Length]}")),
        };
    }

    private static IEnumerable<string> Names(string file, int column) =>
        File.ReadLines(Path.Combine(Repository.Root, file)).Skip(1).Select(line => line.Split(',')[column].Trim('"')).Distinct();
}
