using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Ingestion.Platforms;

namespace QuitteXBot.Ingestion.Tests.Platforms;

public sealed class PlatformFinderTests
{
    private static readonly PlatformFinder Finder = new(ProjectFiles.Catalogue);

    [Theory]
    [InlineData("Retrouvez-nous sur Facebook, Instagram, Linkedin et BlueSky", "facebook instagram linkedin bluesky")]
    [InlineData("notre Insta, notre chaîne WhatsApp, Youtube et Threads", "instagram whatsapp youtube threads")]
    [InlineData("LINKEDIN ou Blue Sky, Tik Tok", "linkedin bluesky tiktok")]
    [InlineData("la Ville quitte X", "x")]
    [InlineData("le réseau social « X » change", "x")]
    [InlineData("sur X depuis dix ans", "x")]
    [InlineData("X (ex-Twitter) change", "x x")]
    [InlineData("X, anciennement Twitter, change", "x x")]
    [InlineData("son départ de X fait parler", "x")]
    [InlineData("la plateforme américaine X", "x")]
    [InlineData("The city leaves X for Mastodon", "x mastodon")]
    [InlineData("La Ville quitte X. Les autour de X", "x x")]
    public void Find_Network_IsFound(string text, string keys) => Assert.Equal(keys, string.Join(' ', Finder.Find(text).Select(found => found.Key)));

    [Theory]
    [InlineData("des rayons X, Louis XVI, le XVIIe siècle et les X-Files")]
    [InlineData("X Files, Generation X, Malcolm X et plainte contre X")]
    [InlineData("un film X, Monsieur X, un accouchement sous X, l’X")]
    [InlineData("autour de X, une inconnue")]
    [InlineData("le discord règne, un thread sur le forum, en x fois")]
    [InlineData("blue sky above the city, a telegram")]
    public void Find_OtherMeaning_IsNoNetwork(string text) => Assert.Empty(Finder.Find(text));

    [Fact]
    public void Find_AnyText_StaysInsideIt() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? "").Zip(Gen.Elements("", "sur X ", "X (", "« X » ", "de X", "Facebook")).ToArbitrary(),
            parts =>
            {
                var text = parts.Item2 + parts.Item1;
                foreach (var found in Finder.Find(text))
                {
                    Assert.InRange(found.Start, 0, text.Length);
                    Assert.InRange(found.End, found.Start + 1, text.Length);
                }
            }).QuickCheckThrowOnFailure();
}
