using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Text;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Core.Tests.Text;

public sealed class QuoteShortenerTests
{
    [Theory]
    [InlineData("Court.", 40, "Court.")]
    [InlineData("La première phrase est là. La deuxième aussi, plus longue.", 40, "La première phrase est là. […]")]
    [InlineData("La première phrase est là. La deuxième. La troisième, plus longue.", 44, "La première phrase est là. La deuxième. […]")]
    [InlineData("Une seule phrase qui se poursuit très longtemps et ne s’arrête qu’à la fin.", 40, "Une seule phrase qui se poursuit […]")]
    [InlineData("Notre belle association de quartier ne veut vraiment plus rester ici.", 48, "Notre belle association de […]")]
    [InlineData("Notre association appelle cela « une dérive » et s’en va pour toujours.", 47, "Notre association appelle cela « une […]")]
    [InlineData("Notre association appelle cela « une dérive » et s’en va pour toujours.", 50, "Notre association appelle cela « une dérive » […]")]
    public void Shorten_Text_EndsAtSentenceElseAtWord(string text, int maximumLength, string expected) =>
        Assert.Equal(expected, QuoteShortener.Shorten(text, maximumLength));

    [Fact]
    public void Shorten_NothingFits_ShowsOnlyTheMark()
    {
        Assert.Equal(QuoteShortener.Mark, QuoteShortener.Shorten(new string('a', 500), 40));
        Assert.Equal(QuoteShortener.Mark, QuoteShortener.Shorten(new string(' ', 500), 40));
        Assert.Equal(QuoteShortener.Mark, QuoteShortener.Shorten("Nous ne supportons décidément franchement absolument plus cela, voilà.", 40));
    }

    [Fact]
    public void Shorten_TooLittleRoom_IsABug() => Assert.Throws<ArgumentOutOfRangeException>(() => QuoteShortener.Shorten("a", 39));

    [Fact]
    public void Shorten_AnyText_StaysFaithful() =>
        Prop.ForAll(ShortenedText.Cases, item =>
        {
            var shortened = QuoteShortener.Shorten(item.Text, item.MaximumLength);
            ShortenedText.AssertFaithful(item.Text, shortened, item.MaximumLength);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Shorten_AnyString_IsSafe() =>
        Prop.ForAll<string?>(text => QuoteShortener.Shorten(text + " " + text + text, QuoteShortener.LeastLength).Length <= 40 || text is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Shorten_AnyText_NeverPartsANegation() =>
        Prop.ForAll(ShortenedText.Cases, item =>
        {
            var shortened = QuoteShortener.Shorten(item.Text, item.MaximumLength);
            if (!shortened.EndsWith(" " + QuoteShortener.Mark, StringComparison.Ordinal))
                return;
            var start = item.Text.Length - item.Text.TrimStart().Length;
            var cut = start + shortened.Length - QuoteShortener.Mark.Length - 1;
            foreach (var sentence in SentenceBoundaries.Of(item.Text))
                Assert.DoesNotContain(Negations.Of(item.Text, sentence), negation => cut > negation.Start && cut < negation.End);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Shorten_EndlessNegations_TakesNoLongerThanReading()
    {
        var text = string.Concat(Enumerable.Repeat("ne ", 100_000));
        Assert.Equal(QuoteShortener.Mark, QuoteShortener.Shorten(text, 100));
    }
}
