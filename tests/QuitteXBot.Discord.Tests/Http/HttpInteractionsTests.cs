using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Http;

public sealed class HttpInteractionsTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private TestDiscord discord = null!;
    private TestBot bot = null!;
    private Uri endpoint = null!;

    public async Task InitializeAsync()
    {
        discord = await TestDiscord.StartAsync();
        bot = await TestBot.StartAsync(discord, null, ("Discord:Mode", "Http"));
        endpoint = new Uri(bot.Address, "/discord/interactions");
        discord.Options.InteractionsUrl = endpoint;
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await discord.DisposeAsync();
    }

    [Fact]
    public async Task Ping_Signed_IsAnsweredWithPong()
    {
        var response = await discord.Users.PostSignedAsync(endpoint, Ping());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"type":1}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Slash_OverHttp_AnswersInTheResponse()
    {
        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "departement-54"));

        var answer = await asked.First.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(4, answer["type"]!.GetValue<int>());
        Assert.Contains(FakeAssistant.Words, Markdown.Unescape(answer["data"]!["embeds"]![0]!["description"]!.GetValue<string>()), StringComparison.Ordinal);
        Assert.Equal(0, discord.Connected);
    }

    [Fact]
    public async Task Slash_SlowHandler_IsPutOffAndEdited()
    {
        var release = new TaskCompletionSource();
        bot.Assistant.Before = token => release.Task.WaitAsync(token);
        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "departement-54"));

        var first = await asked.First.WaitAsync(TimeSpan.FromSeconds(10));
        release.SetResult();
        var final = await asked.Final.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(5, first["type"]!.GetValue<int>());
        Assert.Contains(FakeAssistant.Words, Markdown.Unescape(final["embeds"]![0]!["description"]!.GetValue<string>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Autocomplete_OverHttp_OffersChoices()
    {
        var answer = await discord.Users.Type(discord.Users.New("alice"), "why", "organisation", "meurthe").First.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("departement-54", answer["data"]!["choices"]![0]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Delete_OverHttp_RemovesTheAnswer()
    {
        var alice = discord.Users.New("alice");
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        var answer = await asked.Final.WaitAsync(TimeSpan.FromSeconds(10));
        var button = answer["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray())
            .Single(part => part!["label"]!.GetValue<string>() == UiTexts.French.Delete)!["custom_id"]!.GetValue<string>();

        discord.Users.Press(alice, asked.OriginalId!, button);

        await Waiting.UntilAsync(() => discord.FindMessage(asked.OriginalId!) is null, TimeSpan.FromSeconds(10), "not deleted");
    }

    [Theory]
    [InlineData("wrong key")]
    [InlineData("altered body")]
    [InlineData("bad hexadecimal")]
    [InlineData("too short")]
    [InlineData("too long")]
    [InlineData("no signature")]
    [InlineData("no timestamp")]
    [InlineData("stale timestamp")]
    [InlineData("timestamp of the future")]
    [InlineData("timestamp that is no number")]
    [InlineData("timestamp of another request")]
    public async Task Post_WithoutGenuineSignature_Is401(string defect)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var timestamp = defect switch
        {
            "stale timestamp" => (now - 3_600).ToString(CultureInfo.InvariantCulture),
            "timestamp of the future" => (now + 3_600).ToString(CultureInfo.InvariantCulture),
            "timestamp that is no number" => "maintenant",
            _ => now.ToString(CultureInfo.InvariantCulture),
        };
        using var other = new Ed25519Signer(new byte[32]);
        var signer = defect == "wrong key" ? other : discord.Signer;
        var signature = Convert.ToHexStringLower(signer.Sign(Encoding.UTF8.GetBytes(timestamp + Ping())));
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new StringContent(defect == "altered body" ? Ping() + " " : Ping(), Encoding.UTF8, "application/json"),
        };
        if (defect != "no signature")
            request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", defect switch
            {
                "bad hexadecimal" => "zz" + signature[2..],
                "too short" => signature[2..],
                "too long" => signature + "00",
                _ => signature,
            });
        if (defect != "no timestamp")
            request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", defect == "timestamp of another request" ? (now - 1).ToString(CultureInfo.InvariantCulture) : timestamp);

        var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_BodyTooLong_IsRefusedUnread()
    {
        var response = await Http.PostAsync(endpoint, new StringContent(new string('x', 300_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"type\":2")]
    public async Task Post_SignedButNoInteraction_Is400(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await discord.Users.PostSignedAsync(endpoint, body)).StatusCode);

    [Fact]
    public async Task TwoWorkers_WithTheSameKey_UnderstandEachOthersButtons()
    {
        await using var second = await TestBot.StartAsync(discord, null, ("Discord:Mode", "Http"));
        var alice = discord.Users.New("alice");
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        var answer = await asked.Final.WaitAsync(TimeSpan.FromSeconds(10));
        var button = answer["components"]![0]!["components"]![0]!["custom_id"]!.GetValue<string>();

        discord.Options.InteractionsUrl = new Uri(second.Address, "/discord/interactions");
        await discord.Users.Press(alice, asked.OriginalId!, button).Final.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("source", second.Assistant.Requests.Single().Command);
    }

    private string Ping() => new JsonObject
    {
        ["id"] = "1300000000000000001",
        ["application_id"] = discord.ApplicationId,
        ["type"] = 1,
        ["token"] = "t",
        ["version"] = 1,
    }.ToJsonString();
}
