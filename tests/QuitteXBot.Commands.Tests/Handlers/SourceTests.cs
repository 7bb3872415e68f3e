using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Tests.Fakes;

namespace QuitteXBot.Commands.Tests.Handlers;

public sealed class SourceTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Source_ById_ShowsPullQuotesWithTheRemark()
    {
        var reply = await _world.AskAsync("/source gazette-depart");

        var heading = Assert.Single(reply.Statements, quote => quote.Statement.Id == _world.Heading.Id);
        Assert.Equal(["Intertitre\u00A0: sa formulation peut différer du corps de l’article."], heading.Remarks.AsEnumerable());
        Assert.DoesNotContain(reply.Statements, quote => quote.Statement.Id == _world.Draft.Id);
    }

    [Fact]
    public async Task Source_ById_ShowsQuotesInTheOrderOfTheText()
    {
        var starts = (await _world.AskAsync("/source gazette-depart")).Statements.Select(quote => quote.Citation.Start).ToList();

        Assert.Equal(starts.Order(), starts);
    }

    [Fact]
    public async Task Source_StatementThatIsNotPublished_IsNotShown()
    {
        var reply = await _world.AskAsync("/source " + _world.Draft.Id);

        Assert.Empty(reply.Statements);
        Assert.DoesNotContain(PlainTextRenderer.OpeningMark + _world.Draft.Quote.Text, PlainTextRenderer.Render(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quote_ById_ShowsThatStatement()
    {
        var reply = await _world.AskAsync("/citation " + _world.Truncated.Id);

        Assert.Equal(_world.Truncated.Id, Assert.Single(reply.Statements).Statement.Id);
    }
}
