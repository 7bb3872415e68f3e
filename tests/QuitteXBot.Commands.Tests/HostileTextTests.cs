using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Tests.Fakes;
using Outcome = QuitteXBot.Commands.Replies.Outcome;

namespace QuitteXBot.Commands.Tests;

public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "pourquoi", "why", "où", "qui", "quand", "/why", "!qui", "/compare", "quitte", "X", "brenne", "Duché", "val-doré", "zblorg", "--reason", "raison:", "lieu=", "page:",
        "\"", "«", "»", "et", "vs", "/", "?", "haine", "bluesky", "en", "2024", "janvier", "31/02/2025", "99999999999999999999", "universités", "de", "54", "--", ":", "=", "'",
        "l’", "\u202E", "\0", "\uD83D", "👋", "@everyone", "<@1>", "*", "_", "`", "\n", "c'est quoi", "combien", "compare", "/search", "mots:", "s000000000000", "/source", "/quote",
    ];

    private readonly World _world = new();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("👋🎉😀")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("brenn*")]
    [InlineData("@everyone")]
    [InlineData("<@&123456>")]
    [InlineData("\u202Eerdna\u202C \u0007\u0000\u001b[31m")]
    [InlineData("\uD83D")]
    [InlineData("'; DROP TABLE statements; --")]
    [InlineData("/")]
    [InlineData("!")]
    [InlineData("!!!")]
    [InlineData("/ /")]
    [InlineData("NEAR(a b)")]
    [InlineData("{{7*7}}")]
    [InlineData("/why \" OR 1=1 --")]
    [InlineData("/why @everyone")]
    [InlineData("/why 🦆")]
    [InlineData("/search *")]
    [InlineData("/search \"")]
    [InlineData("/source ../../etc/passwd")]
    [InlineData("/why organisation:")]
    [InlineData("/why --organisation")]
    [InlineData("/who page:0")]
    [InlineData("/who page:-1")]
    [InlineData("/who page:99999999999999999999")]
    [InlineData("/who period:2025-13")]
    [InlineData("/who period:2025..2024")]
    [InlineData("/compare et")]
    [InlineData("/compare et et et")]
    [InlineData("/compare ,,,")]
    public async Task AskAsync_HostileText_AbstainsWithoutAQuote(string text)
    {
        var reply = await _world.AskAsync(text);

        Assert.NotEqual(Outcome.Answered, reply.Outcome);
        Assert.Empty(reply.Statements);
        Assert.DoesNotContain(reply.Blocks, block => block is QuoteBlock);
        Assert.NotEmpty(ReplyJson.Write(reply));
    }

    [Fact]
    public async Task AskAsync_ThreeThousandCharacters_IsInvalidAndTellsTheLimit()
    {
        var reply = await _world.AskAsync(new string('a', 3000));

        Assert.Equal(Outcome.Invalid, reply.Outcome);
        Assert.Contains("2000", PlainTextRenderer.Render(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_LongestAllowedText_IsRead()
    {
        var reply = await _world.AskAsync("pourquoi la Brenne quitte X ?".PadRight(2000, ' '));

        Assert.Equal(Outcome.Answered, reply.Outcome);
    }

    [Fact]
    public async Task ExecuteAsync_HostileOptionValue_IsInvalid()
    {
        var options = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("organisation", new string('x', 5000));
        var request = new Commands.Requests.CommandRequest("why", options, World.Asker(), Commands.Localisation.Language.French);

        Assert.Equal(Outcome.Invalid, (await _world.Assistant.ExecuteAsync(request, CancellationToken.None)).Outcome);
    }

    [Theory]
    [InlineData("/why <script>alert(1)</script>")]
    [InlineData("/why brenne <script>:x")]
    [InlineData("/why brenne --script x")]
    [InlineData("/who lieu:script")]
    [InlineData("/help script")]
    [InlineData("/search script script")]
    [InlineData("/compare brenne et script")]
    [InlineData("/script")]
    [InlineData("pourquoi Script quitte X ?")]
    public async Task AskAsync_AnyText_IsNeverRepeated(string text)
    {
        var reply = await _world.AskAsync(text);

        Assert.DoesNotContain("script", ReplyJson.Write(reply), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AskAsync_AnyString_GivesAReply() =>
        Prop.ForAll<NonNull<string>>(text => GivesAReply(text.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void AskAsync_AnyMixOfTellingWords_GivesAReply()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary();

        Prop.ForAll(texts, GivesAReply).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void CompleteAsync_AnyString_GivesChoicesThatFit() =>
        Prop.ForAll<NonNull<string>>(typed =>
        {
            foreach (var definition in Commands.Definitions.CommandCatalogue.All)
            {
                foreach (var option in definition.Options)
                {
                    var choices = _world.Assistant.CompleteAsync(
                        definition.Name, option.Name, typed.Get, Commands.Localisation.Language.French, CancellationToken.None).GetAwaiter().GetResult();
                    if (choices.Length > 25 || choices.Any(choice => choice.Label.Length is 0 or > 100 || choice.Value.Length is 0 or > 100))
                        return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private bool GivesAReply(string text)
    {
        var reply = _world.AskAsync(text).GetAwaiter().GetResult();
        var shown = PlainTextRenderer.Render(reply);
        using var json = System.Text.Json.JsonDocument.Parse(ReplyJson.Write(reply));
        return reply.Title.Length > 0
            && (reply.Outcome == Outcome.Answered || !reply.Blocks.Any(block => block is QuoteBlock))
            && reply.Actions.All(action => action.Label.Length is > 0 and <= 80)
            && !shown.Any(unit => char.IsControl(unit) && unit != '\n')
            && _world.Knowledge.Opened == _world.Knowledge.Disposed;
    }
}
