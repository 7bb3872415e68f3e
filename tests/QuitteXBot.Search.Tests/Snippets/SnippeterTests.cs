using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Text;
using QuitteXBot.Search.Snippets;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Tests.Snippets;

public sealed class SnippeterTests
{
    private const string Text =
        "Le port a beaucoup réfléchi. Les marins en ont parlé. Depuis un an, le cyberharcèlement nous vise chaque jour. La mer est belle. "
        + "Nous partons donc, et les marins avec nous. Rien ne changera cela.";

    private readonly Snippeter snippeter = new(SearchSamples.Catalogue);

    [Theory]
    [InlineData("cyberharcelement", 80, "[…] Depuis un an, le cyberharcèlement nous vise chaque jour. […]")]
    [InlineData("harassment", 80, "[…] Depuis un an, le cyberharcèlement nous vise chaque jour. […]")]
    [InlineData("cyberharcèlement", 90, "[…] Depuis un an, le cyberharcèlement nous vise chaque jour. La mer est belle. […]")]
    [InlineData("réfléchi changera", 60, "Le port a beaucoup réfléchi. […] Rien ne changera cela.")]
    [InlineData("marin", 50, "[…] Les marins en ont parlé. […]")]
    [InlineData("brontosaure", 60, "Le port a beaucoup réfléchi. Les marins en ont parlé. […]")]
    [InlineData("", 40, "Le port a beaucoup réfléchi. […]")]
    public void Snippet_LongText_ShowsWhatAnswers(string query, int maximumLength, string expected) =>
        Assert.Equal(expected, snippeter.Snippet(Text, query, maximumLength));

    [Fact]
    public void Snippet_ShortText_IsTheText() => Assert.Equal(Text, snippeter.Snippet(Text, "mer", Text.Length));

    [Fact]
    public void Snippet_LongSentence_IsCutAroundTheWord()
    {
        const string Long = "Après des mois de discussions, de rapports et de réunions, notre port choisit la sérénité plutôt que la colère et le bruit.";
        Assert.Equal("[…] notre port choisit la sérénité plutôt que la […]", snippeter.Snippet(Long, "sérénité", 55));
    }

    [Fact]
    public void Snippet_NegationBeforeTheWord_IsShownFromItsStart()
    {
        const string Long = "Nous ne croyons pas un seul instant, après tant de rapports, que la sérénité soit encore possible sur ce réseau de colère.";
        Assert.StartsWith("Nous ne croyons pas", snippeter.Snippet(Long, "sérénité", 55), StringComparison.Ordinal);
    }

    [Fact]
    public void Snippet_AnyText_StaysFaithful() =>
        Prop.ForAll(ShortenedText.Cases, Gen.Elements("plateforme", "mer confiance", "X", "rien", "« vraiment »", "zut").ToArbitrary(), (item, query) =>
        {
            var snippet = snippeter.Snippet(item.Text, query, item.MaximumLength);
            ShortenedText.AssertFaithful(item.Text, snippet, item.MaximumLength);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Snippet_AnyStrings_AreSafe() =>
        Prop.ForAll<string?, string?>((text, query) =>
            snippeter.Snippet(text + text + text, query ?? "", QuoteShortener.LeastLength).Length <= QuoteShortener.LeastLength).QuickCheckThrowOnFailure();
}
