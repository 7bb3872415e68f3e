using System.Text.Json;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Tests.Fakes;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Commands.Tests.Rendering;

public sealed class ReplyJsonTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Write_Answer_HasTheNamesOfTheContract()
    {
        var json = await WriteAsync("/why brenne");

        Assert.Equal(["command", "language", "outcome", "organisation", "candidates", "statements", "departures", "text"], Names(json).Intersect(
            ["command", "language", "outcome", "organisation", "candidates", "statements", "departures", "text"]));
        Assert.Equal(["id", "name", "kind", "code"], Names(json.GetProperty("organisation")));
        var statement = json.GetProperty("statements")[0];
        Assert.Superset(
            new HashSet<string>(
                ["id", "quote", "truncated", "heading", "speaker", "role", "organisation", "attribution", "saidOn", "reasons", "citation"]),
            Names(statement).ToHashSet());
        Assert.Equal(
            ["source", "outlet", "title", "published", "url", "start", "end", "prefix", "suffix"], Names(statement.GetProperty("citation")));
        Assert.Superset(
            new HashSet<string>(["organisation", "action", "announced", "effective", "platformsKept", "platformsJoined", "citation"]),
            Names(json.GetProperty("departures")[0]).ToHashSet());
    }

    [Fact]
    public async Task Write_Answer_HasTheQuoteAndItsPlaceInCodePoints()
    {
        var json = await WriteAsync("/why brenne");

        var statement = Assert.Single(json.GetProperty("statements").EnumerateArray());
        var citation = statement.GetProperty("citation");
        var quote = statement.GetProperty("quote").GetString();
        Assert.Equal(_world.Why.Quote.Text, quote);
        Assert.Equal(quote, CodePoints.Slice(World.SourceText, citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32()));
        Assert.Equal("stated", statement.GetProperty("attribution").GetString());
        Assert.Equal("2025-01-20", statement.GetProperty("saidOn").GetString());
        Assert.Equal("Nous resterons vigilants", Assert.Single(json.GetProperty("next").EnumerateArray()).GetProperty("quote").GetString());
    }

    [Fact]
    public async Task Write_Departure_TellsWhereEachFactIsRead()
    {
        var departure = (await WriteAsync("/when val-doré")).GetProperty("departures")[0];

        Assert.Equal(JsonValueKind.Null, departure.GetProperty("announced").ValueKind);
        Assert.Equal("2025-01", departure.GetProperty("effective").GetString());
        Assert.Equal("https://www.exemple.org/a", departure.GetProperty("facts")[0].GetProperty("citation").GetProperty("url").GetString());
    }

    [Fact]
    public async Task Write_Abstention_HasNoOrganisationAndNoStatement()
    {
        var json = await WriteAsync("/why duché");

        Assert.Equal(JsonValueKind.Null, json.GetProperty("organisation").ValueKind);
        Assert.Equal(["commune-96001", "epci-1"], json.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetProperty("id").GetString()!));
        Assert.Equal("", json.GetProperty("candidates")[1].GetProperty("code").GetString());
        Assert.Empty(json.GetProperty("statements").EnumerateArray());
    }

    [Fact]
    public async Task Write_AnyReply_IsOneLineAndKeepsFrenchReadable()
    {
        var json = ReplyJson.Write(await _world.AskAsync("/why brenne"));

        Assert.DoesNotContain('\n', json);
        Assert.Contains("Département de la Brenne", json, StringComparison.Ordinal);
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private async Task<JsonElement> WriteAsync(string text)
    {
        using var document = JsonDocument.Parse(ReplyJson.Write(await _world.AskAsync(text)));
        return document.RootElement.Clone();
    }
}
