using System.Collections.Immutable;
using System.Text.Json.Nodes;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Discord.Tests.Rendering;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Interactions;

/// <summary>Forms, previews and their buttons, as Discord shows them.</summary>
public sealed class FormsTests : IAsyncLifetime
{
    private TestDiscord discord = null!;
    private TestBot bot = null!;
    private TestUser alice = null!;

    public async Task InitializeAsync()
    {
        discord = await TestDiscord.StartAsync();
        bot = await TestBot.ConnectAsync(discord, new FakeAssistant { Offered = CommandCatalogue.All });
        alice = discord.Users.New("alice");
        bot.Assistant.Answer = Desk;
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await discord.DisposeAsync();
    }

    [Fact]
    public async Task Slash_Subcommand_OpensTheFormAtOnce()
    {
        var form = await OpenAsync();

        Assert.Equal("Ajouter une déclaration", form["title"]!.GetValue<string>());
        Assert.Equal(["quote", "speaker", "role", "url", "said"], Fields(form).Select(field => field["custom_id"]!.GetValue<string>()));
        Assert.Equal((2, true, 4_000), (Fields(form)[0]["style"]!.GetValue<int>(), Fields(form)[0]["required"]!.GetValue<bool>(), Fields(form)[0]["max_length"]!.GetValue<int>()));
        Assert.Equal("departement-54", bot.Assistant.Requests.Single().Option("organisation"));
    }

    [Fact]
    public async Task Submit_Form_ExecutesItsCommandWithWhatIsSignedAndWhatWasTyped()
    {
        var form = await OpenAsync();

        var preview = await SubmitAsync(alice, form, null, ("quote", "Nous partons."), ("speaker", ""), ("draft", "p99999999"));

        var request = bot.Assistant.Requests.Last();
        Assert.Equal(("statement add", "Nous partons.", "", "p12345678"), (request.Command, request.Option("quote"), request.Option("speaker"), request.Option("draft")));
        Assert.Equal(discord.ChannelId, request.Asker.Channel);
        Assert.Equal(64, preview["flags"]!.GetValue<int>());
        Assert.Equal([("Confirmer", 3), ("Abandonner", 4), ("Modifier", 2), ("Source et raisons", 2)], Buttons(preview).Select(button => (button["label"]!.GetValue<string>(), button["style"]!.GetValue<int>())));
    }

    [Fact]
    public async Task Submit_ByAnother_IsRefused()
    {
        var form = await OpenAsync();

        var refused = await SubmitAsync(discord.Users.New("mallory"), form, null, ("quote", "Rien."));

        Assert.Equal(Markdown.Escape(UiTexts.French.NotYours), refused["content"]!.GetValue<string>());
        Assert.Single(bot.Assistant.Requests);
    }

    [Fact]
    public async Task Submit_SomethingIsMissing_ShowsHowToTypeItAndAButtonThatOpensTheForm()
    {
        var form = await OpenAsync();
        var interaction = discord.Users.Submit(alice, form["custom_id"]!.GetValue<string>(), null, ("quote", ""));

        var again = await Soon(interaction.Final);

        Assert.Contains("déclaration ajouter", Shown(again), StringComparison.Ordinal);
        var opened = await Soon(discord.Users.Press(alice, interaction.OriginalId!, Button(again, UiTexts.French.OpenForm)).First);
        Assert.Equal(9, opened["type"]!.GetValue<int>());
        Assert.Equal("p12345678", bot.Assistant.Requests.Last().Option("draft"));
    }

    [Fact]
    public async Task Preview_EditThenConfirm_ChangesTheMessageAndTakesTheButtonsAway()
    {
        var shown = discord.Users.Submit(alice, (await OpenAsync())["custom_id"]!.GetValue<string>(), null, ("quote", "Nous partons."));
        var preview = await Soon(shown.Final);

        var form = (await Soon(discord.Users.Press(alice, shown.OriginalId!, Button(preview, "Modifier")).First))["data"]!.AsObject();
        await SubmitAsync(alice, form, shown.OriginalId, ("quote", "Nous partons enfin."));
        Assert.Contains("Nous partons enfin.", Shown(discord.FindMessage(shown.OriginalId!)!), StringComparison.Ordinal);
        await Soon(discord.Users.Press(alice, shown.OriginalId!, Button(preview, "Confirmer")).Final);

        var message = discord.FindMessage(shown.OriginalId!)!;
        Assert.Equal("Enregistré", message["embeds"]![0]!["title"]!.GetValue<string>());
        Assert.Empty(Buttons(message));
        Assert.Equal(("confirm", "p12345678"), (bot.Assistant.Requests.Last().Command, bot.Assistant.Requests.Last().Option("draft")));
    }

    [Fact]
    public async Task Preview_PressedByAnother_NothingHappens()
    {
        var shown = discord.Users.Submit(alice, (await OpenAsync())["custom_id"]!.GetValue<string>(), null, ("quote", "Nous partons."));
        var preview = await Soon(shown.Final);
        var before = bot.Assistant.Requests.Count;

        foreach (var label in new[] { "Confirmer", "Abandonner", "Modifier" })
        {
            var refused = await Soon(discord.Users.Press(discord.Users.New("mallory"), shown.OriginalId!, Button(preview, label)).Final);
            Assert.Equal(Markdown.Escape(UiTexts.French.NotYours), refused["content"]!.GetValue<string>());
        }

        Assert.Equal(before, bot.Assistant.Requests.Count);
    }

    [Fact]
    public async Task Form_FromAPreview_ThatCannotBeUnderstood_LeavesThePreview()
    {
        var shown = discord.Users.Submit(alice, (await OpenAsync())["custom_id"]!.GetValue<string>(), null, ("quote", "Nous partons."));
        var preview = await Soon(shown.Final);
        var form = (await Soon(discord.Users.Press(alice, shown.OriginalId!, Button(preview, "Modifier")).First))["data"]!.AsObject();
        bot.Assistant.Answer = request => Replies.Of() with { Outcome = Outcome.Invalid, Title = "Date illisible", Language = request.Language };

        var why = await SubmitAsync(alice, form, shown.OriginalId, ("said", "hier peut-être"));

        Assert.Equal((64, "Date illisible"), (why["flags"]!.GetValue<int>(), why["embeds"]![0]!["title"]!.GetValue<string>()));
        Assert.Equal(4, Buttons(discord.FindMessage(shown.OriginalId!)!).Count());
    }

    [Fact]
    public async Task Form_ThatCannotBeUnderstood_OpensAgainWithWhatWasTyped()
    {
        var form = await OpenAsync();
        bot.Assistant.Answer = request => Replies.Of() with { Outcome = Outcome.Invalid, Title = "Date illisible", Language = request.Language };
        var submitted = discord.Users.Submit(alice, form["custom_id"]!.GetValue<string>(), null, ("quote", "Nous *partons*."), ("said", "hier peut-être"));
        var why = await Soon(submitted.Final);
        var button = Button(why, UiTexts.French.OpenForm);

        var refused = await Soon(discord.Users.Press(discord.Users.New("mallory"), submitted.OriginalId!, button).Final);
        var again = (await Soon(discord.Users.Press(alice, submitted.OriginalId!, button).First))["data"]!.AsObject();
        bot.Assistant.Answer = Desk;
        var preview = await SubmitAsync(alice, again, submitted.OriginalId, ("quote", "Nous *partons*."), ("said", "2025-02-03"));

        Assert.Equal(Markdown.Escape(UiTexts.French.NotYours), refused["content"]!.GetValue<string>());
        Assert.Equal("Nous *partons*.", Fields(again).Single(field => field["custom_id"]!.GetValue<string>() == "quote")["value"]!.GetValue<string>());
        Assert.Equal("hier peut-être", Fields(again).Single(field => field["custom_id"]!.GetValue<string>() == "said")["value"]!.GetValue<string>());
        Assert.Contains("Nous *partons*.", Shown(preview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ValueLongerThanAField_IsLeftOutAndNotCut()
    {
        var quote = new string('x', 4_001);
        bot.Assistant.Answer = request => FormOf(request, quote);

        var form = await OpenAsync();

        Assert.DoesNotContain("quote", Fields(form).Select(field => field["custom_id"]!.GetValue<string>()));
        Assert.Equal(5, Fields(form).Count);
    }

    [Fact]
    public async Task Form_AfterADeferral_IsAMessageWithAButton()
    {
        bot.Assistant.Before = token => Task.Delay(Discord.Interactions.InteractionDispatcher.PutOffAfter + TimeSpan.FromMilliseconds(300), token);

        var asked = discord.Users.Slash(alice, "statement add", ("organisation", "departement-54"));
        var shown = await Soon(asked.Final);

        Assert.Equal(5, (await asked.First)["type"]!.GetValue<int>());
        Assert.Contains("déclaration ajouter", Shown(shown), StringComparison.Ordinal);
        Assert.Equal(UiTexts.French.OpenForm, Buttons(shown).Single()["label"]!.GetValue<string>());
    }

    [Fact]
    public async Task Form_ForAMention_IsOpenedByAButton()
    {
        discord.Users.Write(alice, $"<@{discord.BotId}> /declaration ajouter");
        await Waiting.UntilAsync(() => discord.Messages.Count == 2, TimeSpan.FromSeconds(5), "no reply");
        var reply = discord.Messages[1];

        var opened = await Soon(discord.Users.Press(alice, reply["id"]!.GetValue<string>(), Button(reply, UiTexts.French.OpenForm)).First);

        Assert.Equal(9, opened["type"]!.GetValue<int>());
    }

    [Fact]
    public async Task SaveAsStatement_TellsTheMessageWithItsAuthorAddressAndTime()
    {
        var opened = await Soon(discord.Users.UseOnMessage(alice, "Save as statement", "Nous *partons*.\nDéfinitivement.", "Ana Petit").First);

        var (request, message) = (bot.Assistant.Requests.Single(), bot.Assistant.Requests.Single().Asker.RepliedTo!);
        Assert.Equal(9, opened["type"]!.GetValue<int>());
        Assert.Equal(("statement add", "Nous *partons*.\nDéfinitivement.", "Ana Petit"), (request.Command, message.Text, message.Author));
        Assert.StartsWith($"https://discord.com/channels/{discord.GuildId}/{discord.ChannelId}/", message.Url, StringComparison.Ordinal);
        Assert.NotNull(message.At);
    }

    [Fact]
    public async Task SuggestToTheBot_TellsTheMessage()
    {
        bot.Assistant.Answer = request => Replies.Of() with { Language = request.Language, Outcome = Outcome.Done, Title = "Merci", Private = true };

        var thanks = await Soon(discord.Users.UseOnMessage(alice, "Suggest to the bot", "Nous partons.").Final);

        Assert.Equal(64, thanks["flags"]!.GetValue<int>());
        Assert.Equal(("suggest", "Nous partons."), (bot.Assistant.Requests.Single().Command, bot.Assistant.Requests.Single().Asker.RepliedTo!.Text));
    }

    [Fact]
    public async Task Autocomplete_WithinASubcommand_OffersTheOrganisation()
    {
        var answer = await Soon(discord.Users.Type(alice, "statement add", "organisation", "meurthe").First);

        Assert.Equal("departement-54", answer["data"]!["choices"]![0]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Slash_TheGroupsOwnSubcommand_IsTheCommandOfThatName()
    {
        await Soon(discord.Users.Slash(alice, "source show", ("id", "gazette")).Final);

        Assert.Equal(("source", "gazette"), (bot.Assistant.Requests.Single().Command, bot.Assistant.Requests.Single().Option("id")));
    }

    [Theory]
    [MemberData(nameof(HostileValues))]
    public async Task Preview_HostileValue_ShowsItByteForByteAndMentionsNobody(string value)
    {
        var preview = await SubmitAsync(alice, await OpenAsync(), null, ("quote", value));

        Assert.Equal(value, bot.Assistant.Requests.Last().Option("quote"));
        var sent = new OutgoingMessage { Embeds = [new Embed(null, preview["embeds"]![0]!["description"]!.GetValue<string>())] };
        Assert.Equal(value, Unrendering.Join(Unrendering.QuotesIn(sent)));
        Assert.True(TestDiscordRules.MentionsNobody(preview), preview["allowed_mentions"]?.ToJsonString());
    }

    public static TheoryData<string> HostileValues() =>
    [
        "@everyone <@1300000000000000001> <@&1300000000000000002> @here",
        "**gras** _it_ ~~non~~ `code` ||caché|| [lien](https://mal.example) <https://mal.example> https://mal.example",
        "<script>alert(1)</script> &amp; <!-- -->",
        "\u202Eà l’envers\u202C et \u200Binvisible\u2066isolé\u2069",
        "# titre\n> citation\n- liste\n1. liste\n-# petit",
        "\\*déjà\\* échappé \\ et ^| séparé",
        "👩‍👩‍👧‍👦 e\u0301 \uFFFD",
    ];

    private static Reply Desk(CommandRequest request) => request switch
    {
        { Command: "confirm" } => Replies.Of() with { Language = request.Language, Outcome = Outcome.Done, Title = "Enregistré", Private = true },
        _ when request.Option("quote") is { Length: > 0 } quote && request.Option("part") is null => Preview(request, quote),
        _ => FormOf(request, null),
    };

    private static Reply Preview(CommandRequest request, string quote) => Replies.Of(Replies.Quote(quote)) with
    {
        Command = "statement add",
        Language = request.Language,
        Outcome = Outcome.Preview,
        Title = "Aperçu",
        Private = true,
        Actions =
        [
            Replies.Action(ReplyActionKind.Confirm, "Confirmer", "confirm", ("draft", "p12345678")),
            Replies.Action(ReplyActionKind.Cancel, "Abandonner", "cancel", ("draft", "p12345678")),
            Replies.Action(ReplyActionKind.Step, "Modifier", "statement add", ("draft", "p12345678"), ("part", "1")),
            Replies.Action(ReplyActionKind.Step, "Source et raisons", "statement add", ("draft", "p12345678"), ("part", "2")),
        ],
    };

    private static Reply FormOf(CommandRequest request, string? quote) => Replies.Of() with
    {
        Command = "statement add",
        Language = request.Language,
        Outcome = Outcome.Form,
        Title = "Ajouter une déclaration",
        Private = true,
        Blocks = [new TextBlock("/déclaration ajouter\ncitation : …")],
        Form = new ReplyForm(
            "Ajouter une déclaration",
            "statement add",
            ImmutableDictionary<string, string>.Empty.Add("draft", "p12345678"),
            [
                new FormField("quote", "citation", "Citation", quote, "Les mots exacts", Required: true, IsLong: true, MaximumLength: 4_000),
                .. new[] { "speaker", "role", "url", "said", "outlet", "title" }.Select(name => new FormField(name, name, name, null, null)),
            ]),
    };

    private async Task<JsonObject> OpenAsync()
    {
        var opened = await Soon(discord.Users.Slash(alice, "statement add", ("organisation", "departement-54")).First);
        Assert.Equal(9, opened["type"]!.GetValue<int>());
        return opened["data"]!.AsObject();
    }

    private Task<JsonObject> SubmitAsync(TestUser user, JsonObject form, string? messageId, params (string Field, string Text)[] fields) =>
        Soon(discord.Users.Submit(user, form["custom_id"]!.GetValue<string>(), messageId, fields).Final);

    private static Task<JsonObject> Soon(Task<JsonObject> task) => task.WaitAsync(TimeSpan.FromSeconds(10));

    private static string Shown(JsonObject message) => Markdown.Unescape(message["embeds"]![0]!["description"]!.GetValue<string>());

    private static List<JsonObject> Fields(JsonObject form) => [.. TestUsers.FieldsOf(form)];

    private static IEnumerable<JsonObject> Buttons(JsonObject message) =>
        message["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Select(part => part!.AsObject());

    private static string Button(JsonObject message, string label) =>
        Buttons(message).Single(part => part["label"]?.GetValue<string>() == label)["custom_id"]!.GetValue<string>();
}
