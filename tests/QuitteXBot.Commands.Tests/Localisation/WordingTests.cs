using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Tests.Fakes;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Tests.Localisation;

public sealed class WordingTests
{
    private static readonly Texts French = Texts.In(Language.French);
    private static readonly Texts English = Texts.In(Language.English);

    [Theory]
    [InlineData("2025-01-20", "20 janvier 2025", "20 January 2025")]
    [InlineData("2025-08-01", "1er août 2025", "1 August 2025")]
    [InlineData("2025-02", "février 2025", "February 2025")]
    [InlineData("2023", "2023", "2023")]
    public void Date_EachPrecision_IsSaidAsPreciselyAsRecorded(string date, string french, string english)
    {
        Assert.Equal(french, French.Date(World.Day(date)));
        Assert.Equal(english, English.Date(World.Day(date)));
    }

    [Theory]
    [InlineData("2025-01", "janvier 2025", "January 2025")]
    [InlineData("2024..", "depuis 2024", "since 2024")]
    [InlineData("2024-03-05..", "depuis le 5 mars 2024", "since 5 March 2024")]
    [InlineData("..2024", "jusqu’en 2024", "until 2024")]
    [InlineData("..2024-12-31", "jusqu’au 31 décembre 2024", "until 31 December 2024")]
    [InlineData("2023..2024", "2023 – 2024", "2023 – 2024")]
    public void Period_EachForm_IsSaid(string period, string french, string english)
    {
        Assert.True(Period.TryParse(period, out var parsed));
        Assert.Equal(french, French.Period(parsed));
        Assert.Equal(english, English.Period(parsed));
        Assert.Equal(period, parsed.ToString());
    }

    [Fact]
    public void List_OneTwoAndThree_AreJoined()
    {
        Assert.Equal("A", French.List(["A"]));
        Assert.Equal("A et B", French.List(["A", "B"]));
        Assert.Equal("A, B et C", French.List(["A", "B", "C"]));
        Assert.Equal("A, B and C", English.List(["A", "B", "C"]));
    }

    [Theory]
    [InlineData("La Gazette", "2025-01-20", "https://x.example/a", "La Gazette, 20 janvier 2025")]
    [InlineData(null, null, "https://www.presse.example/a?b", "presse.example, sans date")]
    [InlineData(null, "2025", null, "gazette, 2025")]
    public void Citation_WhateverIsKnown_NamesOutletAndDate(string? outlet, string? published, string? url, string expected) =>
        Assert.Equal(expected, French.Citation(new Citation("gazette", outlet, null, published is null ? null : World.Day(published), url)));

    [Fact]
    public void Kind_EveryKindAndAction_HasAWordInBothLanguages()
    {
        Assert.All(Enum.GetValues<OrganisationKind>(), kind => Assert.NotEmpty(French.Kind(kind) + English.Kind(kind)));
        Assert.All(Enum.GetValues<DepartureAction>(), action => Assert.NotEmpty(French.Action(action) + English.Action(action)));
    }
}
