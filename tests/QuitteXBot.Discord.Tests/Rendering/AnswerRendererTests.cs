using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Rendering;

public sealed class AnswerRendererTests
{
    private static readonly AnswerContext Context = new(1300000000000000001, QuestionKind.Command, "why", ImmutableDictionary<string, string>.Empty, 0, false, false);
    private readonly AnswerRenderer renderer = new(new ComponentCodec(new DiscordOptions { Token = "a.b.c" }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Render_AnyText_UnrendersToTheQuoteByteForByte(bool plain) =>
        Prop.ForAll(Hostile.Texts, text => Assert.Equal(text, RoundTrip(Replies.Of(Replies.Quote(text)), plain))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Render_TextTooLongForAPage_IsCutAndPutTogetherByteForByte(bool plain) =>
        Prop.ForAll(Hostile.LongTexts, text => Assert.Equal(text, RoundTrip(Replies.Of(Replies.Quote(text)), plain))).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Render_ReasonsOfAQuote_AreNamedInTheAnswersLanguage()
    {
        var quote = Replies.Quote("Texte.") with { ReasonLabels = ["hate speech", "privacy"] };

        var message = renderer.Render(Replies.Of(quote) with { Language = Language.English }, Context);

        Assert.Contains("-# Reasons: hate speech, privacy", message.Embeds[0].Description!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Render_AnyReply_StaysWithinEveryLimit(bool plain) =>
        Prop.ForAll(Hostile.LongTexts, text =>
        {
            var reply = Full(text);
            var pages = AnswerRenderer.PagesOf(reply, plain).Length;
            for (var page = 0; page < Math.Min(pages, 5); page++)
                TestDiscordRules.Check(Json(renderer.Render(reply, Context with { PlainText = plain, Page = page })));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Render_WholeCorpusOfSeeds_UnrendersEveryParagraph()
    {
        var folder = Path.Combine(Repository.Root, "seeds", "sources");
        var checkedParagraphs = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt"))
        {
            foreach (var paragraph in File.ReadAllText(file).Split('\n').Where(line => line.Trim().Length > 0))
            {
                Assert.Equal(paragraph, RoundTrip(Replies.Of(Replies.Quote(paragraph)), plain: false));
                checkedParagraphs++;
            }
        }

        Assert.True(checkedParagraphs > 3);
    }

    [Fact]
    public void Render_SeveralQuotes_KeepsTheirOrderAndNamesWhoWhereWhen()
    {
        var message = renderer.Render(Replies.Of(Replies.Quote("Un."), Replies.Quote("Deux.", number: 10)), Context);

        Assert.Equal(["«\u202FUn.\u202F»", "«\u202FDeux.\u202F»"], Unrendering.QuotesIn(message));
        var shown = Markdown.Unescape(message.Embeds[0].Description!);
        Assert.Contains("**Chaynesse Khirouni, présidente — Département de Meurthe-et-Moselle**", shown, StringComparison.Ordinal);
        Assert.Contains("[La Semaine, 20 janvier 2025](https://example.org/article)", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_LongQuote_IsCutAtSentenceEnds()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"Voici la phrase numéro {i} de ce texte. "));

        var pages = Pages(Replies.Of(Replies.Quote(text)), plain: false).SelectMany(Unrendering.QuotesIn).ToList();

        Assert.True(pages.Count > 1);
        Assert.All(pages[..^1], part => Assert.EndsWith("de ce texte.  […]\u202F»", part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("pas une adresse")]
    public void Render_AddressThatIsNoWebAddress_IsNoLink(string url)
    {
        var message = renderer.Render(Replies.Of(Replies.Quote("Texte.", url)), Context);

        Assert.DoesNotContain("](", message.Embeds[0].Description!, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_AddressWithBrackets_CannotEndTheLink()
    {
        var message = renderer.Render(Replies.Of(Replies.Quote("Texte.", "https://fr.wikipedia.org/wiki/X_(réseau)?a=<b>")), Context);

        Assert.Contains("](https://fr.wikipedia.org/wiki/X_%28r%C3%A9seau%29?a=%3Cb%3E)", message.Embeds[0].Description!, StringComparison.Ordinal);
    }

    private static Reply Full(string text) => Replies.Of(Replies.Quote(text)) with
    {
        Title = text,
        Blocks =
        [
            new TextBlock(text),
            new QuoteBlock(Replies.Quote(text) with { AttributionLine = text, CitationLine = text, Remarks = [text, text] }),
            new FactBlock(text, text, text, "https://example.org"),
            new ListBlock([new ReplyListItem(text, text), new ReplyListItem(text, null, "https://example.org")], true),
            new BarsBlock([new ReplyBar(text, 3), new ReplyBar("x", 0)]),
        ],
        Actions =
        [
            Replies.Action(ReplyActionKind.NextPage, text, "why", ("organisation", text)),
            .. Enumerable.Range(0, 7).Select(i => Replies.Action(ReplyActionKind.InContext, "Dans son contexte", "source", ("id", $"s{i}"))),
            .. Enumerable.Range(0, 30).Select(i => Replies.Action(ReplyActionKind.Choose, text, "why", ("organisation", $"{i}{text}"))),
        ],
    };

    private string RoundTrip(Reply reply, bool plain) => Unrendering.Join(Pages(reply, plain).SelectMany(Unrendering.QuotesIn));

    private IEnumerable<OutgoingMessage> Pages(Reply reply, bool plain) =>
        Enumerable.Range(0, AnswerRenderer.PagesOf(reply, plain).Length).Select(page => renderer.Render(reply, Context with { Page = page, PlainText = plain }));

    private static JsonObject Json(OutgoingMessage message) => (JsonObject)JsonNode.Parse(MessageWriter.Body(message).Span)!;
}
