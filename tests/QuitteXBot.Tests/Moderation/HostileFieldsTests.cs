using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using Outcome = QuitteXBot.Commands.Replies.Outcome;

namespace QuitteXBot.Tests.Moderation;

/// <summary>Whatever a field holds is stored exactly.</summary>
public sealed class HostileFieldsTests : ModerationFixture
{
    public static TheoryData<string> Values =>
    [
        "@everyone @here <@123> <@&5> <#9>", "**gras** __souligné__ ~~barré~~ `code` ```bloc``` ||caché|| > cité [lien](https://example.org)",
        "<b>gras</b><script>alert(1)</script>&amp;&lt;", "de droite à gauche \u202Eabc\u202C \u200F\u2066x\u2069", "a\u0000b\u0007c\u001B[31mrouge",
        "espaces   gardés\u00A0et\u202Ffins\tet tabulations", "première ligne\nseconde ligne\n\ntroisième", "🏳️‍🌈 👩‍🚀 e\u0301 ﬁ ", "'; DROP TABLE statements; --",
        "https://example.org note: ceci n’est pas un champ", "«", "»",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Add_AHostileQuote_IsStoredExactly(string value)
    {
        var quote = value.Trim();
        var form = await SayAsync(Alice, "/statement add port de kerlevan");
        var preview = await SubmitAsync(Alice, form, (OptionNames.Quote, value), (OptionNames.Speaker, value), (OptionNames.Outlet, value));
        var done = await PressAsync(Alice, preview, ReplyActionKind.Confirm);

        var stored = await Bot.Store.FindStatementAsync(done.Statements[0].Statement.Id, default);
        Assert.Equal(quote, stored!.Statement.Quote.Text);
        Assert.Contains($"«\u202F{quote}\u202F»", PlainTextRenderer.Render(await AskAsync($"/citation {stored.Statement.Id}")), StringComparison.Ordinal);
        await AssertIntactAsync();
    }

    [Fact]
    public async Task Add_AHundredThousandCharacters_AreStoredExactly()
    {
        var quote = string.Concat(Enumerable.Repeat("Nous quittons X 👋. ", 5_000)).Trim();
        var preview = await SayAsync(Alice, $"/statement add port de kerlevan\nquote: {quote}");
        var done = await PressAsync(Alice, preview, ReplyActionKind.Confirm);

        Assert.Equal(quote, (await Bot.Store.FindStatementAsync(done.Statements[0].Statement.Id, default))!.Statement.Quote.Text);
    }

    [Fact]
    public async Task Add_AQuoteWithHalfACharacter_IsRefused()
    {
        var form = await SayAsync(Alice, "/statement add port de kerlevan");
        var reply = await SubmitAsync(Alice, form, (OptionNames.Quote, "half a pair \uD83D here"));

        Assert.Equal(Outcome.Invalid, reply.Outcome);
        Assert.Contains("caractère incomplet", reply.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_AnEmptyQuote_IsAskedForAgain()
    {
        var form = await SayAsync(Alice, "/statement add port de kerlevan");

        Assert.Equal(Outcome.Form, (await SubmitAsync(Alice, form, (OptionNames.Quote, "   "))).Outcome);
    }

    [Fact]
    public void Add_AnyWordsOnALineOfTheirOwn_AreReadExactly()
    {
        // Line ends and the names of fields are what the typed form itself is made of.
        var words = Gen.Choose(0x20, 0x2FFF).Select(unit => (char)unit).Where(unit => !char.IsSurrogate(unit) && unit is not ':' and not '=' and not '-')
            .NonEmptyListOf().Select(units => new string([.. units]).ReplaceLineEndings("").Trim()).Where(text => text.Length > 1 && text[0] != '"' && text[0] != '«');
        Prop.ForAll(words.ToArbitrary(), text =>
        {
            var preview = SayAsync(Alice, $"!statement add port de kerlevan\nquote: {text}\nspeaker: Jo").GetAwaiter().GetResult();
            return preview.Statements.Length == 1 && preview.Statements[0].Text == text;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }
}
