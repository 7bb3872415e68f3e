using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Tests.Fakes;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Tests.Handlers;

public sealed class WhoTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("quels élus ont quitté X ?", "Ana Petit")]
    [InlineData("/who kind:university", "Hochschule Stein|Université de Morval")]
    [InlineData("/who kind:university place:val-doré", "Université de Morval")]
    [InlineData("/qui lieu:allemagne", "Hochschule Stein")]
    [InlineData("quelles universités en Allemagne ont quitté X ?", "Hochschule Stein")]
    [InlineData("/qui lieu:morval", "Département de la Brenne|Université de Morval")]
    [InlineData("qui a quitté X dans le 96 ?", "Département de la Brenne|Université de Morval")]
    [InlineData("/who platform:mastodon", "Université de Morval")]
    [InlineData("/who reason:conspiracy", "Département de la Brenne")]
    [InlineData("qui a quitté X avant 2025 ?", "Université de Morval")]
    [InlineData("qui a quitté X en janvier ?", "Département de la Brenne|Hochschule Stein|Région Val-Doré")]
    [InlineData("/who period:2025-01-10", "Hochschule Stein|Région Val-Doré")]
    [InlineData("quelles collectivités ont quitté X ?", "Département de la Brenne|Région Val-Doré")]
    public async Task Who_Filtered_ListsTheOrganisations(string text, string expected)
    {
        var reply = await _world.AskAsync(text);

        Assert.Equal(expected.Split('|'), reply.Departures.Select(departure => departure.Name));
    }

    [Fact]
    public async Task Who_ByReason_ShowsTheWordsThatGiveIt()
    {
        var reply = await _world.AskAsync("qui dénonce les théories du complot ?");

        Assert.Equal(_world.Why.Id, Assert.Single(reply.Statements).Statement.Id);
    }

    [Fact]
    public async Task Who_LongList_IsPagedBothWays()
    {
        for (var i = 0; i < 20; i++)
        {
            var id = $"association-{i:00}";
            _world.Store.Organisations.Add(new Organisation { Id = id, Kind = OrganisationKind.Association, Name = $"Association {i:00}" });
            _world.Store.Reports.Add(new DepartureReport
            {
                Id = "d" + id,
                OrganisationId = id,
                Action = DepartureAction.Leaves,
                Announced = World.Day("2024"),
                Citation = new Citation("", "Presse", null, null, null),
            });
        }

        var reply = await _world.AskAsync("/who kind:association page:2");

        Assert.Equal(10, reply.Departures.Length);
        Assert.Equal(["1", "3"], reply.Actions.Select(action => action.Options.GetValueOrDefault("page")));
        Assert.All(reply.Actions, action => Assert.Equal("association", action.Options["kind"]));
        Assert.Contains(new TextBlock("21 organisations"), reply.Blocks);
        Assert.Contains(new TextBlock("Page 2 sur 3"), reply.Blocks);
    }
}
