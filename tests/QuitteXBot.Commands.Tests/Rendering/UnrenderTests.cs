using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Tests.Fakes;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Commands.Tests.Rendering;

public sealed class UnrenderTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("/why brenne")]
    [InlineData("/why val-doré --lang en")]
    [InlineData("/where brenne")]
    [InlineData("/compare brenne et val-doré")]
    [InlineData("/source gazette-depart")]
    [InlineData("/search complot")]
    [InlineData("qui dénonce les théories du complot ?")]
    [InlineData("c'est quoi AdieuRéseau ?")]
    public async Task Render_EachQuote_ComesBackByteForByteInItsPlace(string text)
    {
        var reply = await _world.AskAsync(text);
        var quotes = reply.Blocks.OfType<QuoteBlock>().Select(block => block.Quote).ToList();

        Assert.NotEmpty(quotes);
        Assert.Equal(quotes.Select(quote => quote.Text), Quotes(PlainTextRenderer.Render(reply)));
        Assert.All(quotes.Where(quote => !quote.IsExcerpt), quote => Assert.Equal(
            CodePoints.Slice(World.SourceText, quote.Citation.Start, quote.Citation.End), quote.Text));
    }

    [Fact]
    public async Task Render_QuoteInContext_ShowsTheParagraphsAroundIt()
    {
        var reply = await _world.AskAsync("/source " + _world.Why.Id);

        var excerpt = Assert.Single(reply.Blocks.OfType<QuoteBlock>(), block => block.Quote.IsExcerpt).Quote;
        Assert.Contains(_world.Why.Quote.Text, excerpt.Text, StringComparison.Ordinal);
        Assert.Equal(CodePoints.Slice(World.SourceText, excerpt.Citation.Start, excerpt.Citation.End), excerpt.Text);
        Assert.StartsWith("« Les théories", excerpt.Text, StringComparison.Ordinal);
        Assert.EndsWith("Rester sur un communiqué.", excerpt.Text, StringComparison.Ordinal);
    }

    /// <summary>The inverse: a quote begins a line with its mark, and ends where the mark is followed by the line on its author.</summary>
    private static IEnumerable<string> Quotes(string text)
    {
        const string before = "\n" + PlainTextRenderer.OpeningMark;
        const string behind = PlainTextRenderer.ClosingMark + "\n  — ";
        for (var start = text.IndexOf(before, StringComparison.Ordinal); start >= 0; start = text.IndexOf(before, start, StringComparison.Ordinal))
        {
            start += before.Length;
            var end = text.IndexOf(behind, start, StringComparison.Ordinal);
            yield return text[start..end];
            start = end;
        }
    }
}
