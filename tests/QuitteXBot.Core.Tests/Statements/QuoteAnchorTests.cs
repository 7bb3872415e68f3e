using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Core.Tests.Statements;

public sealed class QuoteAnchorTests
{
    [Fact]
    public void Find_AnUnchangedText_GivesTheSameQuote() =>
        Prop.ForAll(Texts.Valid, Texts.Valid, (before, after) =>
        {
            var quote = QuoteIn($"{before}Nous partons.{after}", "Nous partons.");
            return QuoteAnchor.Find(quote, $"{before}Nous partons.{after}") == quote;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_AnyTextInFront_MovesTheQuoteBehindIt() =>
        Prop.ForAll(Texts.Valid, Texts.Valid, (before, inFront) =>
        {
            var quote = QuoteIn($"{before}« Nous partons. »", "Nous partons.");
            var text = $"{inFront}{before}« Nous partons. »";
            var found = QuoteAnchor.Find(quote, text);
            return found == QuoteIn(text, "Nous partons.") && CodePoints.Slice(text, found.Start, found.End) == found.Text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_TheWordsSeveralTimes_TakesThePlaceWithTheSameSurroundings()
    {
        var quote = QuoteIn("Le maire : « Oui. » La préfète : « Oui. » Le recteur : « Non. »", "Oui.", occurrence: 1);

        var found = QuoteAnchor.Find(quote, "Avant-hier. La préfète : « Oui. » Et puis le maire : « Oui. »");

        Assert.Equal("Avant-hier. La préfète : « ".Length, found?.Start);
    }

    [Fact]
    public void Find_SeveralPlacesThatResembleItEqually_GivesNone() =>
        Assert.Null(QuoteAnchor.Find(QuoteIn("A « oui » B", "oui"), "oui. Autre. oui. Autre. oui"));

    [Theory]
    [InlineData("Nous  partons.")]
    [InlineData("nous partons.")]
    [InlineData("Nous partons")]
    [InlineData("")]
    public void Find_WordsThatAreNotExactlyThere_GivesNone(string text) => Assert.Null(QuoteAnchor.Find(QuoteIn("« Nous partons. »", "Nous partons."), text));

    [Fact]
    public void Find_AnEmptyQuote_GivesNone() =>
        Assert.Null(QuoteAnchor.Find(QuoteIn("un texte", "texte") with { Text = "" }, "un texte"));

    [Fact]
    public void Find_Flags_AreKept()
    {
        var quote = QuoteIn("« Nous partons. »", "Nous partons.") with { Truncated = true, Heading = true };

        var found = QuoteAnchor.Find(quote, "Titre : Nous partons.");

        Assert.Equal((true, true, "a"), (found!.Truncated, found.Heading, found.SourceId));
    }

    [Fact]
    public void Find_EmojiAround_CutsNoneInHalf()
    {
        var emoji = string.Concat(Enumerable.Repeat("😀", 40));

        var found = QuoteAnchor.Find(QuoteIn("« oui »", "oui"), $"{emoji}oui{emoji}");

        var context = string.Concat(Enumerable.Repeat("😀", Quote.ContextLength));
        Assert.Equal(new Quote("a", 40, 43, "oui", context, context), found);
    }

    [Fact]
    public void Find_OneLetterInAMegabyte_EndsSoon() =>
        Assert.Null(QuoteAnchor.Find(QuoteIn("b a b", "a"), new string('a', 1 << 20)));

    private static Quote QuoteIn(string text, string words, int occurrence = 0) => Statement(Source("a", text), words, occurrence: occurrence).Quote;
}
