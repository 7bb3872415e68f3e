using System.Text.Json.Nodes;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Interactions;

public sealed class InteractionsOverGatewayTests : IAsyncLifetime
{
    private TestDiscord discord = null!;
    private TestBot bot = null!;
    private TestUser alice = null!;

    public async Task InitializeAsync()
    {
        discord = await TestDiscord.StartAsync();
        bot = await TestBot.ConnectAsync(discord);
        alice = discord.Users.New("alice");
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await discord.DisposeAsync();
    }

    [Fact]
    public async Task Autocomplete_PartOfAName_OffersTheOrganisation()
    {
        var typing = discord.Users.Type(alice, "why", "organisation", "meurthe");

        var answer = await Soon(typing.First);

        Assert.Equal("departement-54", answer["data"]!["choices"]![0]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Slash_KnownOrganisation_AnswersWithTheQuote()
    {
        var answer = await Soon(discord.Users.Slash(alice, "why", ("organisation", "departement-54")).Final);

        Assert.Contains(FakeAssistant.Words, Shown(answer), StringComparison.Ordinal);
        Assert.Equal("departement-54", bot.Assistant.Requests.Single().Option("organisation"));
    }

    [Theory]
    [InlineData("fr", Language.French)]
    [InlineData("en-GB", Language.English)]
    [InlineData("de", Language.French)]
    public async Task Slash_UsersLocale_DecidesTheLanguage(string locale, Language expected)
    {
        await Soon(discord.Users.Slash(discord.Users.New("bob", locale), "why", ("organisation", "x")).Final);

        Assert.Equal(expected, bot.Assistant.Requests.Single().Language);
    }

    [Fact]
    public async Task Slash_OptionsLangAndVisible_AreObeyed()
    {
        var answer = await Soon(discord.Users.Slash(alice, "why", ("organisation", "x"), ("lang", "en"), ("visible", "me"), ("page", 2)).Final);

        var request = bot.Assistant.Requests.Single();
        Assert.Equal(Language.English, request.Language);
        Assert.Equal(["organisation", "page", "visible"], request.Options.Keys.Order());
        Assert.Equal("2", request.Option("page"));
        Assert.Equal(64, answer["flags"]!.GetValue<int>());
    }

    [Fact]
    public async Task Slash_AnyAnswer_MentionsNobody()
    {
        var answer = await Soon(discord.Users.Slash(alice, "why", ("organisation", "x")).Final);

        Assert.True(TestDiscordRules.MentionsNobody(answer), answer["allowed_mentions"]?.ToJsonString());
    }

    [Fact]
    public async Task Slash_HandlerThatFails_GivesAReferenceThatTheLogHas()
    {
        bot.Assistant.Before = _ => throw new InvalidOperationException("broken on purpose");

        var answer = await Soon(discord.Users.Slash(alice, "why", ("organisation", "x")).Final);

        var text = answer["content"]!.GetValue<string>();
        var reference = text.Split(' ').Single(word => word.Length == 8 && word.All(char.IsAsciiHexDigit));
        Assert.Equal(64, answer["flags"]!.GetValue<int>());
        Assert.DoesNotContain("broken on purpose", text, StringComparison.Ordinal);
        Assert.Contains(bot.Log, line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("broken on purpose", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Delete_ByTheAsker_RemovesTheAnswer()
    {
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        var answer = await Soon(asked.Final);

        var pressed = discord.Users.Press(alice, asked.OriginalId!, Button(answer, UiTexts.French.Delete));
        await Soon(pressed.First);
        await Waiting.UntilAsync(() => discord.FindMessage(asked.OriginalId!) is null, TimeSpan.FromSeconds(5), "not deleted");

        Assert.True(pressed.OriginalDeleted);
    }

    [Fact]
    public async Task Delete_ByAnother_IsRefused()
    {
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        var answer = await Soon(asked.Final);

        var refusal = await Soon(discord.Users.Press(discord.Users.New("mallory"), asked.OriginalId!, Button(answer, UiTexts.French.Delete)).Final);

        Assert.Equal(Markdown.Escape(UiTexts.French.NotYours), refusal["content"]!.GetValue<string>());
        Assert.NotNull(discord.FindMessage(asked.OriginalId!));
    }

    [Fact]
    public async Task Delete_ByAModerator_RemovesTheAnswer()
    {
        const ulong ManageMessages = 1 << 13;
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        var answer = await Soon(asked.Final);

        discord.Users.Press(discord.Users.New("moderator", permissions: ManageMessages), asked.OriginalId!, Button(answer, UiTexts.French.Delete));

        await Waiting.UntilAsync(() => discord.FindMessage(asked.OriginalId!) is null, TimeSpan.FromSeconds(5), "not deleted");
    }

    [Fact]
    public async Task InContext_ByAnybody_ShowsItToThePresserAlone()
    {
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        var answer = await Soon(asked.Final);

        var shown = await Soon(discord.Users.Press(discord.Users.New("bob"), asked.OriginalId!, Button(answer, "Dans son contexte")).Final);

        Assert.Equal(64, shown["flags"]!.GetValue<int>());
        Assert.Equal(("source", "s1"), (bot.Assistant.Requests.Last().Command, bot.Assistant.Requests.Last().Option("id")));
    }

    [Fact]
    public async Task Pages_OfALongAnswer_TurnForTheAskerOnly()
    {
        bot.Assistant.Answer = _ => Replies.Of([.. Enumerable.Range(0, 12).Select(i => Replies.Quote($"Citation numéro {i}. " + new string('x', 900), number: i * 2_000))]);
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        var answer = await Soon(asked.Final);
        var next = Button(answer, UiTexts.French.Next);

        var refused = await Soon(discord.Users.Press(discord.Users.New("mallory"), asked.OriginalId!, next).Final);
        await Soon(discord.Users.Press(alice, asked.OriginalId!, next).Final);

        Assert.Equal(Markdown.Escape(UiTexts.French.NotYours), refused["content"]!.GetValue<string>());
        Assert.Contains("Page 2 sur 4", discord.FindMessage(asked.OriginalId!)!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_AfterARestart_StillWork()
    {
        bot.Assistant.Answer = _ => Replies.Of(Replies.Quote(new string('a', 3_000)), Replies.Quote(new string('b', 3_000), number: 5_000));
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        var next = Button(await Soon(asked.Final), UiTexts.French.Next);
        await bot.DisposeAsync();

        bot = await TestBot.ConnectAsync(discord, bot.Assistant);
        await Soon(discord.Users.Press(alice, asked.OriginalId!, next).Final);

        Assert.Contains("bbbb", discord.FindMessage(asked.OriginalId!)!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_OneOfManyCandidates_ReplacesTheQuestion()
    {
        bot.Assistant.Answer = request => request.Option("organisation") == "commune-7"
            ? Replies.Of(Replies.Quote("La septième."))
            : Replies.Of() with
            {
                Outcome = Outcome.Ambiguous,
                Actions = [.. Enumerable.Range(0, 8).Select(i => Replies.Action(ReplyActionKind.Choose, $"Commune {i}", "why", ("organisation", $"commune-{i}")))],
            };
        var asked = discord.Users.Slash(alice, "why", ("organisation", "saint-denis"));
        var answer = await Soon(asked.Final);
        var menu = Components(answer).Single(part => part["type"]!.GetValue<int>() == 3);
        var choice = menu["options"]!.AsArray().Single(option => option!["label"]!.GetValue<string>() == "Commune 7")!["value"]!.GetValue<string>();

        await Soon(discord.Users.Choose(alice, asked.OriginalId!, menu["custom_id"]!.GetValue<string>(), choice).Final);

        Assert.Contains("La septième.", Shown(discord.FindMessage(asked.OriginalId!)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessageCommand_OnAMessage_AsksWhatItSays()
    {
        var answer = await Soon(discord.Users.UseOnMessage(alice, "What does QuitteX say?", "Pourquoi la Meurthe-et-Moselle ?").Final);

        Assert.Equal(64, answer["flags"]!.GetValue<int>());
        Assert.Equal("Pourquoi la Meurthe-et-Moselle ?", bot.Assistant.Questions.Single().Text);
    }

    [Fact]
    public async Task UserCommand_OnAUser_AsksForItsName()
    {
        await Soon(discord.Users.UseOnUser(alice, "Why leave X?", discord.Users.New("Ville de Nancy")).Final);

        Assert.Equal("Ville de Nancy", bot.Assistant.Requests.Single().Option("organisation"));
    }

    [Fact]
    public async Task Mention_WithAQuestion_IsAnsweredAsAReply()
    {
        var asked = discord.Users.Write(alice, $"<@{discord.BotId}> pourquoi la Meurthe-et-Moselle ?");

        await Waiting.UntilAsync(() => discord.Messages.Count == 2, TimeSpan.FromSeconds(5), "no reply");

        var reply = discord.Messages[1];
        Assert.Equal(asked, reply["message_reference"]!["message_id"]!.GetValue<string>());
        Assert.Contains(FakeAssistant.Words, Shown(reply), StringComparison.Ordinal);
        Assert.Equal("pourquoi la Meurthe-et-Moselle ?", bot.Assistant.Questions.Single().Text);
    }

    [Fact]
    public async Task Mention_LongAnswer_TurnsItsPagesByReadingTheQuestionAgain()
    {
        bot.Assistant.Answer = _ => Replies.Of(Replies.Quote(new string('a', 3_000)), Replies.Quote(new string('b', 3_000), number: 5_000));
        discord.Users.Write(alice, $"<@{discord.BotId}> pourquoi la Meurthe-et-Moselle ?");
        await Waiting.UntilAsync(() => discord.Messages.Count == 2, TimeSpan.FromSeconds(5), "no reply");
        var reply = discord.Messages[1];

        await Soon(discord.Users.Press(alice, reply["id"]!.GetValue<string>(), Button(reply, UiTexts.French.Next)).Final);

        Assert.Equal(["pourquoi la Meurthe-et-Moselle ?", "pourquoi la Meurthe-et-Moselle ?"], bot.Assistant.Questions.Select(question => question.Text));
        Assert.Contains("bbbb", discord.Messages[1].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WithoutMention_IsNotAnswered()
    {
        discord.Users.Write(alice, "Bonjour à tous");
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        await Soon(asked.Final);

        Assert.Empty(bot.Assistant.Questions);
    }

    [Fact]
    public async Task Press_TamperedState_IsRefused()
    {
        var asked = discord.Users.Slash(alice, "why", ("organisation", "x"));
        var id = Button(await Soon(asked.Final), "Dans son contexte");

        var answer = await Soon(discord.Users.Press(alice, asked.OriginalId!, id[..^1] + (id[^1] == '2' ? '3' : '2')).Final);

        Assert.Equal(Markdown.Escape(UiTexts.French.Outdated), answer["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Slash_WithoutPermissionToEmbed_AnswersInPlainText()
    {
        discord.Options.BotPermissions &= ~(1UL << 14);

        var answer = await Soon(discord.Users.Slash(alice, "why", ("organisation", "x")).Final);

        Assert.Empty(answer["embeds"]!.AsArray());
        Assert.Contains(FakeAssistant.Words, Markdown.Unescape(answer["content"]!.GetValue<string>()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Turn_OfALongSearchAfterARestart_ShowsTheNextPage(bool embeds)
    {
        if (!embeds)
            discord.Options.BotPermissions &= ~(1UL << 14);
        var words = string.Join(' ', Enumerable.Repeat("l’*énergie* « solaire » d’ici", 12));
        bot.Assistant.Answer = LongAnswer;
        var asked = discord.Users.Slash(alice, "search", ("words", words));
        var answer = await Soon(asked.Final);
        await bot.DisposeAsync();
        bot = await TestBot.StartAsync(discord, new FakeAssistant { Answer = LongAnswer });
        await Waiting.UntilAsync(() => discord.Connected == 1 && bot.Health.IsHealthy, TimeSpan.FromSeconds(20), "the bot did not come back");

        var turned = await Soon(discord.Users.Press(alice, asked.OriginalId!, Button(answer, UiTexts.French.Next)).Final);

        Assert.Equal(words, bot.Assistant.Requests.Single().Option("words"));
        Assert.Contains("Page 2 sur ", Foot(turned), StringComparison.Ordinal);
        Assert.Contains("énergie", Foot(turned), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mention_WithoutPermissionToEmbed_AnswersInPlainText(bool refused)
    {
        discord.Options.BotPermissions &= ~(1UL << 14);
        discord.Options.RefusesEmbeds = refused;

        discord.Users.Write(alice, $"<@{discord.BotId}> pourquoi la Meurthe-et-Moselle quitte X ?");
        await Waiting.UntilAsync(() => discord.Messages.Count == 2 && discord.Messages[1]["content"]!.GetValue<string>().Length > 0, TimeSpan.FromSeconds(10), "no plain reply");

        Assert.Empty(discord.Messages[1]["embeds"]!.AsArray());
        Assert.Contains(FakeAssistant.Words, Markdown.Unescape(discord.Messages[1]["content"]!.GetValue<string>()), StringComparison.Ordinal);
    }

    private static Task<JsonObject> Soon(Task<JsonObject> task) => task.WaitAsync(TimeSpan.FromSeconds(10));

    private static Reply LongAnswer(Commands.Requests.CommandRequest request) =>
        Replies.Of([.. Enumerable.Range(0, 20).Select(number => Replies.Quote(new string('a', 500), number: number * 1_000))]);

    private static string Foot(JsonObject message) =>
        message["embeds"]!.AsArray() is [{ } embed] ? embed["footer"]!["text"]!.GetValue<string>() : message["content"]!.GetValue<string>().Split('\n')[^1];

    private static string Shown(JsonObject message) => Markdown.Unescape(message["embeds"]![0]!["description"]!.GetValue<string>());

    private static IEnumerable<JsonObject> Components(JsonObject message) =>
        message["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Select(part => part!.AsObject());

    private static string Button(JsonObject message, string label) =>
        Components(message).Single(part => part["label"]?.GetValue<string>() == label)["custom_id"]!.GetValue<string>();
}
