using System.Text;
using QuitteXBot.Core.Checking;
using QuitteXBot.Core.Fetching;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Checking;
using QuitteXBot.Ingestion.Fetching;
using QuitteXBot.Ingestion.Tests.Fetching;
using QuitteXBot.Testing;

namespace QuitteXBot.Ingestion.Tests.Checking;

public sealed class SourceCheckerTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task CheckAsync_Page_TellsForEachQuote()
    {
        await using var server = Page(
            """
            <html><body><article><p>Le maire&nbsp;: «&nbsp;Nous <em>par</em>tons&nbsp;!&nbsp;»</p><p>On verra.</p></article>
            <aside><p>L'élue ajoute : « C'est fini. »</p></aside><p hidden>« Nous restons. »</p><script>"Nous revenons."</script></body></html>
            """);

        var check = await CheckAsync(server, "Nous partons !", "C’est fini.", "Nous restons.", "Nous revenons.");

        Assert.Equal([QuotePresence.Present, QuotePresence.Present, QuotePresence.Modified, QuotePresence.Modified], check.Quotes.Select(quote => quote.Presence));
        Assert.Equal((null, _time.GetUtcNow()), (check.Refusal, check.At));
    }

    [Theory]
    [InlineData("404 Not Found", QuotePresence.Gone)]
    [InlineData("410 Gone", QuotePresence.Gone)]
    [InlineData("403 Forbidden", QuotePresence.Unknown)]
    [InlineData("429 Too Many Requests", QuotePresence.Unknown)]
    [InlineData("500 Broken", QuotePresence.Unknown)]
    [InlineData("503 Busy", QuotePresence.Unknown)]
    [InlineData("200 OK\nContent-Type: application/pdf", QuotePresence.Unknown)]
    [InlineData("200 OK\nContent-Type: text/html", QuotePresence.Unknown)]
    public async Task CheckAsync_NoPage_IsGoneOnlyByTheServersWord(string answer, QuotePresence presence)
    {
        await using var server = RawServer.Of($"HTTP/1.1 {answer}\nContent-Length: 0", []);

        var check = await CheckAsync(server, "Nous partons !");

        Assert.Equal(presence, Assert.Single(check.Quotes).Presence);
        Assert.NotNull(check.Refusal);
    }

    [Fact]
    public async Task CheckAsync_NetworkTrouble_IsUnknown()
    {
        await using var server = new RawServer((_, _, _) => Task.CompletedTask);

        var check = await CheckAsync(server, "Nous partons !");

        Assert.Equal((QuotePresence.Unknown, FetchRefusalReason.Unreachable), (Assert.Single(check.Quotes).Presence, check.Refusal!.Reason));
    }

    [Theory]
    [InlineData("text/plain", "Il dit : Nous\r\npartons !")]
    [InlineData("text/markdown", "Il dit : *Nous* **partons** !")]
    public async Task CheckAsync_Text_IsReadAsText(string type, string text)
    {
        await using var server = RawServer.Of($"HTTP/1.1 200 OK\nContent-Type: {type}", Encoding.UTF8.GetBytes(text));

        Assert.Equal(QuotePresence.Present, Assert.Single((await CheckAsync(server, "Nous partons !")).Quotes).Presence);
    }

    private static RawServer Page(string html) => RawServer.Of("HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    private Task<SourceCheck> CheckAsync(RawServer server, params string[] quotes)
    {
        var fetcher = new PageFetcher(
            new FetchOptions { AllowHttp = true, AllowedEndPoints = [server.EndPoint] }, new TestResolver().Add("presse.example.org", "127.0.0.1"), _time);
        return new SourceChecker(fetcher, _time).CheckAsync(
            $"http://presse.example.org:{server.EndPoint.Port}/a", [.. quotes.Select(text => new Quote("a", 0, text.Length, text, "", ""))], CancellationToken.None);
    }
}
