using System.Text;
using System.Text.Json.Nodes;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Interactions;

/// <summary>Files that users attach, files that answers carry, and answers that go on changing.</summary>
public sealed class FilesTests : IAsyncLifetime
{
    private readonly FakeAssistant assistant = new() { Offered = CommandCatalogue.All };
    private TestDiscord discord = null!;
    private TestBot bot = null!;
    private TestUser alice = null!;

    public async Task InitializeAsync()
    {
        discord = await TestDiscord.StartAsync();
        bot = await TestBot.ConnectAsync(discord, assistant);
        alice = discord.Users.New("alice");
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await discord.DisposeAsync();
    }

    [Fact]
    public async Task Attachment_OfTheLongestLength_ReachesTheCommandByteForByte()
    {
        var content = new byte[AttachmentReader.Longest];
        new Random(7).NextBytes(content);

        await Soon(discord.Users.Slash(alice, "source add", ("file", discord.NewFile("communiqué.txt", content)), ("title", "Un départ")).Final);

        var request = assistant.Requests.Single();
        Assert.Equal("communiqué.txt", request.Asker.Enclosure!.Name);
        Assert.True(content.AsSpan().SequenceEqual(request.Asker.Enclosure.Content.Span));
        Assert.Equal(["title"], request.Options.Keys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(12)]
    public async Task Attachment_TooLong_IsRefusedWhateverItsSizeIsSaidToBe(int? said)
    {
        var file = discord.NewFile("long.txt", new byte[AttachmentReader.Longest + 1]) with { Size = said };

        var refused = await Soon(discord.Users.Slash(alice, "source add", ("file", file)).Final);

        Assert.Equal((64, "Le fichier joint dépasse 2 Mo. Joignez-en un plus court, ou donnez son adresse."), (refused["flags"]!.GetValue<int>(), Markdown.Unescape(refused["content"]!.GetValue<string>())));
        Assert.Empty(assistant.Requests);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://cdn.discordapp.com.mal.example/attachments/1/2/a.txt")]
    [InlineData("http://cdn.discordapp.com/attachments/1/2/a.txt")]
    [InlineData("https://cdn.discordapp.com@mal.example/a.txt")]
    [InlineData("https://cdn.discordapp.com:8443/a.txt")]
    [InlineData("file:///etc/passwd")]
    [InlineData("no address")]
    public async Task Attachment_FromAnotherHost_IsNotFetched(string url)
    {
        var file = discord.NewFile("a.txt", [1]) with { Url = url };

        var refused = await Soon(discord.Users.Slash(alice, "source add", ("file", file)).Final);

        Assert.Equal("Le fichier joint n’a pas pu être lu. Joignez-le de nouveau.", Markdown.Unescape(refused["content"]!.GetValue<string>()));
        Assert.Empty(assistant.Requests);
    }

    [Fact]
    public async Task Attachment_ThatIsGone_IsSaidToBeUnreadable()
    {
        var file = discord.NewFile("a.txt", [1]) with { Url = new Uri(discord.ApiBaseUrl, "attachments/1/a.txt").AbsoluteUri };

        var refused = await Soon(discord.Users.Slash(alice, "source add", ("file", file)).Final);

        Assert.Contains("n’a pas pu être lu", Markdown.Unescape(refused["content"]!.GetValue<string>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithAFile_CarriesIt()
    {
        assistant.Answer = request => Replies.Of() with { Language = request.Language, File = new ReplyFile("export.json", "application/json", Encoding.UTF8.GetBytes("""{"é":1}""")) };

        var answer = await Soon(discord.Users.Slash(alice, "about").Final);

        Assert.Equal("export.json", answer["attachments"]![0]!["filename"]!.GetValue<string>());
        var sent = Assert.Single(discord.SentFiles);
        Assert.Equal(("export.json", TestClient.TypeOfFiles("application/json"), """{"é":1}"""), (sent.Name, sent.ContentType, Encoding.UTF8.GetString(sent.Content)));
    }

    [Fact]
    public async Task Answer_WithAFileThatDiscordDoesNotTake_SaysSo()
    {
        assistant.Answer = request => Replies.Of() with { Language = request.Language, File = new ReplyFile("export.json", "application/json", new byte[10 * 1024 * 1024 + 1]) };

        var answer = await Soon(discord.Users.Slash(alice, "about").Final);

        Assert.Equal("Le fichier export.json dépasse 10 Mo\u202F: Discord ne le prend pas.", Markdown.Unescape(answer["content"]!.GetValue<string>()));
        Assert.Empty(discord.SentFiles);
    }

    [Fact]
    public async Task Answer_WithUpdates_BecomesTheLastOfThemWhileOthersAreAnswered()
    {
        var release = new TaskCompletionSource();
        assistant.Answer = request => request.Command == "about"
            ? Replies.Of() with { Language = request.Language, Title = "Étape 0", Updates = Steps(release.Task) }
            : Replies.Of() with { Language = request.Language, Title = "Entre-temps" };

        var asked = discord.Users.Slash(alice, "about");
        Assert.Equal("Étape 0", Title(await Soon(asked.Final)));
        Assert.Equal("Entre-temps", Title(await Soon(discord.Users.Slash(alice, "privacy show").Final)));
        release.SetResult();

        await Waiting.UntilAsync(() => Title(discord.FindMessage(asked.OriginalId!)!) == "Étape 200", TimeSpan.FromSeconds(10), "the last one was not shown");
        Assert.InRange(discord.Notes.Count(note => note.StartsWith("rest: PATCH webhooks", StringComparison.Ordinal)), 1, 2);
    }

    [Fact]
    public async Task Answer_WhoseUpdatesFail_IsFollowedByAReference()
    {
        assistant.Answer = request => Replies.Of() with { Language = request.Language, Title = "Étape 0", Updates = Failing() };

        var asked = discord.Users.Slash(alice, "about");

        await Waiting.UntilAsync(() => asked.FollowUps.Count == 1, TimeSpan.FromSeconds(10), "no failure was told");
        Assert.Contains(bot.Log, line => line.Contains("broken on purpose", StringComparison.Ordinal));
    }

    private static async IAsyncEnumerable<Reply> Steps(Task begin)
    {
        await begin;
        for (var i = 1; i <= 200; i++)
            yield return Replies.Of() with { Title = $"Étape {i}" };
    }

    private static async IAsyncEnumerable<Reply> Failing()
    {
        await Task.Yield();
        yield return Replies.Of() with { Title = "Étape 1" };
        throw new InvalidOperationException("broken on purpose");
    }

    private static string Title(JsonObject message) => message["embeds"]![0]!["title"]!.GetValue<string>();

    private static Task<JsonObject> Soon(Task<JsonObject> task) => task.WaitAsync(TimeSpan.FromSeconds(10));
}
