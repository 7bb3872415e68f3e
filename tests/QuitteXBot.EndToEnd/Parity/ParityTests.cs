using System.Text.Json;
using System.Text.Json.Nodes;
using QuitteXBot.EndToEnd.Discord;
using QuitteXBot.EndToEnd.Matrix;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.EndToEnd.Parity;

/// <summary>The same question gives the same content everywhere: the executable is asked on the console, on Discord and on Matrix, and what is shown is read back.</summary>
public sealed class ParityTests(Stage stage) : IClassFixture<Stage>
{
    private const int Blue = 0x3B6EA8;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Requests_OnDiscord_HaveTheContentOfTheConsole()
    {
        var onConsole = await AskConsoleAsync();
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = DiscordProcess.Start(stage.Folder, DiscordProcess.SettingsFor(discord));
        await bot.UntilAsync(() => discord.Connected == 1 && discord.Commands().Count > 10, "the bot did not come");
        var user = discord.Users.New("alice");

        foreach (var (request, expected) in ParityTable.Requests.Zip(onConsole))
        {
            var answer = request.Command is { } command
                ? await discord.Users.Slash(user, command, request.Options).Final.WaitAsync(Soon)
                : await MentionAsync(discord, bot, user, request.Typed);
            AssertSame(request, expected, Content.OfDiscord(answer));
            Assert.Equal(expected.GetProperty("outcome").GetString() == "answered", answer["embeds"]![0]!["color"]!.GetValue<int>() == Blue);
        }
    }

    [SynapseFact]
    public async Task Requests_OnMatrix_HaveTheContentOfTheConsole()
    {
        var onConsole = await AskConsoleAsync();
        var room = await stage.NewRoomAsync(direct: true);

        foreach (var (request, expected) in ParityTable.Requests.Zip(onConsole))
        {
            var answer = await stage.Member.SeesAnswerToAsync(await stage.Member.SayAsync(room, request.OnMatrix));
            AssertSame(request, expected, Content.OfMatrix(answer.Content["formatted_body"]!.GetValue<string>()));
        }
    }

    private static async Task<JsonObject> MentionAsync(TestDiscord discord, DiscordProcess bot, TestUser user, string question)
    {
        var before = discord.Messages.Count;
        discord.Users.Write(user, $"<@{discord.BotId}> {question}");
        await bot.UntilAsync(() => discord.Messages.Count == before + 2, "no reply to " + question);
        return discord.Messages[^1];
    }

    private static void AssertSame(ParityRequest request, JsonElement expected, Content shown)
    {
        var console = Content.OfConsole(expected.GetProperty("text").GetString()!);
        Assert.True(console.Quotes.SequenceEqual(shown.Quotes), $"{request.Typed}: other quotes\n{string.Join('\n', console.Quotes)}\n--\n{string.Join('\n', shown.Quotes)}");
        Assert.True(console.Words == shown.Words, $"{request.Typed}: other words\n{console.Words}\n--\n{shown.Words}");
        foreach (var statement in expected.GetProperty("statements").EnumerateArray())
            Assert.Contains(statement.GetProperty("quote").GetString(), shown.Quotes);
    }

    private async Task<IReadOnlyList<JsonElement>> AskConsoleAsync()
    {
        var asked = await BotProcess.RunAsync(stage.Folder, string.Concat(ParityTable.Requests.Select(request => request.OnConsole + "\n")), "ask", "-", "--json", "--as", "community");
        Assert.True(asked.ExitCode == 0, asked.Error);
        var replies = asked.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(ParityTable.Requests.Count, replies.Count);
        string[] every = ["answered", "no-statement", "unknown-organisation", "ambiguous", "out-of-scope", "invalid"];
        Assert.Equal(every.Order(), replies.Select(reply => reply.GetProperty("outcome").GetString()!).Distinct().Order());
        return replies;
    }
}
