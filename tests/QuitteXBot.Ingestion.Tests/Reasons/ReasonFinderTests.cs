using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Ingestion.Reasons;

namespace QuitteXBot.Ingestion.Tests.Reasons;

public sealed class ReasonFinderTests
{
    private static readonly ReasonFinder Finder = new(ProjectFiles.Catalogue);

    [Theory]
    [InlineData("Nous ne pouvons tolérer la haine.", "hate")]
    [InlineData("Nous n’acceptons ni la haine ni la violence.", "hate violence")]
    [InlineData("La désinformation et l’ingérence ne font plus de doute.", "disinformation political-interference")]
    [InlineData("Nous ne voulons plus de propos racistes.", "hate")]
    [InlineData("Il n’est pas acceptable de subir la haine.", "hate")]
    [InlineData("Ce n’est pas seulement une question de haine, c’est une affaire de valeurs.", "hate values")]
    [InlineData("Le réseau ne porte plus nos valeurs.", "values")]
    [InlineData("Un réseau sans modération.", "moderation")]
    [InlineData("Il n’y a aucune modération.", "moderation")]
    [InlineData("Ce n’est pas une question de haine, mais de protection des données.", "privacy")]
    [InlineData("Les algorithmes favorisent les THÉORIES DU COMPLOT.", "conspiracy algorithm")]
    [InlineData("We see too much harassment and hate speech there.", "harassment hate")]
    [InlineData("Nous ne tolérons aucune haine.", "hate")]
    public void Find_ReasonGiven_IsFound(string quote, string keys) => Assert.Equal(keys, Keys(quote));

    [Theory]
    [InlineData("Ce n’est pas une question de haine.")]
    [InlineData("C’est pas une question de violence.")]
    [InlineData("Nous partons sans haine ni violence.")]
    [InlineData("Ni haine, ni violence, rien de tel.")]
    [InlineData("Il n’y a pas de haine dans notre choix.")]
    [InlineData("Nous n’avons jamais subi de harcèlement.")]
    [InlineData("Il ne s’agit pas de violence.")]
    [InlineData("Notre choix n’a rien à voir avec la modération.")]
    [InlineData("This is not about hate.")]
    [InlineData("La première division du club gagne.")]
    [InlineData("Nous partons, c’est tout.")]
    public void Find_ReasonDenied_IsNot(string quote) => Assert.Equal("", Keys(quote));

    [Fact]
    public void Find_Reason_ShowsItsWords()
    {
        var reason = Assert.Single(Finder.Find("Des théories du complot partout"));

        Assert.Equal(("théories du complot", 4, 23), (reason.Words, reason.Start, reason.End));
    }

    [Fact]
    public void Find_SeedQuotes_GivesTheirReasons()
    {
        var text = File.ReadAllText(Path.Combine(ProjectFiles.Seeds, "sources", "000_4973c41a31cc2682.txt"));

        Assert.Equal("harassment hate violence conspiracy privacy political-interference values", Keys(Between(text, "Les polémiques", "nos valeurs")));
        Assert.Equal("polarisation", Keys(Between(text, "Au fil", "vecteur de division.")));
    }

    [Fact]
    public void Find_AnyText_StaysInsideIt() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? "").Zip(Gen.Elements("", "ni haine ", "pas de violence ", "haine")).ToArbitrary(),
            parts =>
            {
                var text = parts.Item2 + parts.Item1;
                foreach (var found in Finder.Find(text))
                    Assert.Equal(found.Words, text[found.Start..found.End]);
            }).QuickCheckThrowOnFailure();

    private static string Between(string text, string first, string last)
    {
        var start = text.IndexOf(first, StringComparison.Ordinal);
        return text[start..(text.IndexOf(last, start, StringComparison.Ordinal) + last.Length)];
    }

    private static string Keys(string quote) => string.Join(' ', Finder.Find(quote).Select(reason => reason.Key));
}
