using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Tests.Fakes;

namespace QuitteXBot.Commands.Tests.Handlers;

public sealed class WhyTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Why_Answered_ShowsPublishedWordsOnReasonsAndNoHeading()
    {
        var reply = await _world.AskAsync("/why brenne");

        Assert.Equal(_world.Why.Id, Assert.Single(reply.Statements).Statement.Id);
        Assert.DoesNotContain(_world.Heading.Quote.Text, PlainTextRenderer.Render(reply), StringComparison.Ordinal);
        Assert.Equal("Ana Petit, présidente du Département — Département de la Brenne", reply.Statements[0].AttributionLine);
        Assert.Equal("La Gazette, 20 janvier 2025", reply.Statements[0].CitationLine);
    }

    [Fact]
    public async Task Why_Answered_ShowsWhatComesNextUnderItsOwnLabel()
    {
        var blocks = (await _world.AskAsync("/why brenne")).Blocks;

        var label = blocks.IndexOf(new TextBlock("Ce qui vient ensuite\u00A0:"));
        Assert.Equal(_world.Next.Id, Assert.IsType<QuoteBlock>(blocks[label + 1]).Quote.Statement.Id);
    }

    [Fact]
    public async Task Why_TruncatedAndInferred_SaysBoth()
    {
        var quote = Assert.Single((await _world.AskAsync("/why val-doré")).Statements);

        Assert.Equal(
            ["Citation tronquée par la source\u00A0: la fin manque.", "Attribution déduite par la rédaction du bot\u00A0: le texte ne nomme pas l’auteur."],
            quote.Remarks.AsEnumerable());
        Assert.Equal("Région Val-Doré", quote.AttributionLine);
    }

    [Theory]
    [InlineData("/why commune-96001")]
    [InlineData("/why brenne --reason privacy")]
    [InlineData("/why université de morval")]
    public async Task Why_NothingRecordedThatAnswers_ShowsNoQuoteAndNoReason(string text)
    {
        var reply = await _world.AskAsync(text);

        Assert.Equal(Outcome.NoStatement, reply.Outcome);
        Assert.NotNull(reply.Organisation);
        Assert.Empty(reply.Statements);
        Assert.DoesNotContain(reply.Blocks, block => block is QuoteBlock or BarsBlock);
    }

    [Fact]
    public async Task Why_DepartureWithoutStatement_ShowsItsDatedFactsWithTheirSource()
    {
        var reply = await _world.AskAsync("/why université de morval");

        var observed = Assert.Single(reply.Blocks.OfType<FactBlock>(), fact => fact.Label == "Constat");
        Assert.Equal(("2023", "presse.exemple, sans date", "https://presse.exemple/b"), (observed.Value, observed.CitationLine, observed.Url));
    }

    [Fact]
    public async Task Why_Ambiguous_OffersEachCandidateWithWhatTellsItApart()
    {
        var reply = await _world.AskAsync("/why duché --reason hate");

        var items = Assert.Single(reply.Blocks.OfType<ListBlock>()).Items;
        Assert.Equal(["commune, Brenne", "intercommunalité, Brenne"], items.Select(item => item.Detail));
        Assert.All(reply.Actions, action => Assert.Equal((ReplyActionKind.Choose, "why", "hate"), (action.Kind, action.Command, action.Options["reason"])));
        Assert.Equal(["commune-96001", "epci-1"], reply.Actions.Select(action => action.Options["organisation"]));
    }

    [Fact]
    public async Task Why_EachQuote_CanBeSeenInContext()
    {
        var reply = await _world.AskAsync("/why brenne");

        var action = Assert.Single(reply.Actions);
        Assert.Equal((ReplyActionKind.InContext, "source", _world.Why.Id), (action.Kind, action.Command, action.Options["id"]));
    }

    [Fact]
    public async Task Why_ForTheAskerAlone_IsPrivate()
    {
        Assert.True((await _world.AskAsync("/why brenne visible:me")).Private);
        Assert.False((await _world.AskAsync("/why brenne")).Private);
        Assert.True((await _world.AskAsync("/why brenne page:x")).Private);
    }
}
