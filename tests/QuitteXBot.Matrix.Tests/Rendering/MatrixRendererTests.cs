using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Rendering;
using QuitteXBot.Matrix.Tests.Fakes;
using Outcome = QuitteXBot.Commands.Replies.Outcome;

namespace QuitteXBot.Matrix.Tests.Rendering;

public sealed class MatrixRendererTests
{
    /// <summary>Environment variable: a folder of <c>NN-slug.gold.json</c>.</summary>
    private const string GoldFolder = "QUITTEXBOT_GOLD";

    private static readonly ImmutableArray<string> Hostile =
    [
        "<blockquote>", "</blockquote>", "</details>", "<script>alert(1)</script>", "<img src=x onerror=1>", "&amp;", "&lt;", "&#13;", "&", "<", ">", "> ", "\n", "\n\n",
        "\n> ", "\r", "\r\n", "\t", "  ", " ", "\u00A0", "\u202F", "\u2028", "\u200B", "\u202E", "«", "»", "’", "\"", "'", "`", "*", "_", "~~", "\\", "@room", "@alice:localhost",
        "https://exemple.invalid/?a=1&b=2", "[…]", "— ", "• ", "1. ", "é", "e\u0301", "🐦", "👩‍👧", "\f", "\u0001", "\u0085", "\uFEFF", "a", "mot", "Une phrase.", "",
    ];

    private static readonly ImmutableHashSet<string> Allowed =
    [
        "p", "strong", "em", "br", "a", "blockquote", "ol", "ul", "li", "details", "summary",
    ];

    [Fact]
    public void Render_AnyQuotes_CanBeReadBackByteForByteFromBothForms() =>
        Prop.ForAll(Arb.From(Gen.ListOf(Words()).Where(quotes => quotes.Count <= 12)), quotes =>
        {
            var message = MatrixRenderer.Render(ReplyWith([.. quotes.Select(text => (ReplyBlock)new QuoteBlock(ScriptedAssistant.View(text)))]));
            return Unrenderer.QuotesInHtml(message.Html).SequenceEqual(quotes) && Unrenderer.QuotesInPlain(message.Body).SequenceEqual(quotes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Render_EveryParagraphOfTheSeeds_CanBeReadBackByteForByte()
    {
        var files = Directory.GetFiles(Path.Combine(Repository(), "seeds", "sources"), "*.txt");
        Assert.NotEmpty(files);
        foreach (var paragraph in files.SelectMany(file => File.ReadAllText(file).Split("\n\n")))
        {
            var message = MatrixRenderer.Render(ReplyWith([new QuoteBlock(ScriptedAssistant.View(paragraph))]));
            if (!message.Body.Contains("élément(s)", StringComparison.Ordinal))
            {
                Assert.Equal([paragraph], Unrenderer.QuotesInHtml(message.Html));
                Assert.Equal([paragraph], Unrenderer.QuotesInPlain(message.Body));
            }
        }
    }

    [GoldFact]
    public void Render_EveryQuoteOfTheCorpus_CanBeReadBackByteForByte()
    {
        var quotes = Directory.GetFiles(Environment.GetEnvironmentVariable(GoldFolder)!, "*.gold.json").SelectMany(AnnotatedQuotes).ToList();
        Assert.True(quotes.Count > 50);
        foreach (var answer in quotes.Chunk(5))
        {
            var message = MatrixRenderer.Render(ReplyWith([.. answer.Select(text => (ReplyBlock)new QuoteBlock(ScriptedAssistant.View(text)))]));
            Assert.Equal(answer, Unrenderer.QuotesInHtml(message.Html));
            Assert.Equal(answer, Unrenderer.QuotesInPlain(message.Body));
        }
    }

    [Fact]
    public void Render_AnyRemarks_PassForNoQuoteAndNoMarkup() =>
        Prop.ForAll(Arb.From(Words()), words =>
        {
            var message = MatrixRenderer.Render(ReplyWith(
            [
                new TextBlock(words),
                new FactBlock(words, words, words, words),
                new ListBlock([new ReplyListItem(words, words, words)], Numbered: true),
                new BarsBlock([new ReplyBar(words, 3), new ReplyBar("b", 0)]),
            ]) with { Title = words });
            return Unrenderer.QuotesInPlain(message.Body).Count == 0
                && Unrenderer.Elements(message.Html).All(element => Allowed.Contains(element.LocalName) && element.LocalName != "blockquote");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Render_EveryKindOfBlock_HasTheSameContentInBothForms()
    {
        var message = MatrixRenderer.Render(ReplyWith(
        [
            new TextBlock("Une remarque\nsur deux lignes"),
            new QuoteBlock(ScriptedAssistant.View("Une citation\nsur deux lignes")),
            new FactBlock("Date", "20 janvier 2025", "Le Journal", "https://journal.example/a"),
            new ListBlock([new ReplyListItem("Premier", "détail", "https://journal.example/b")], Numbered: true),
            new BarsBlock([new ReplyBar("haine", 4)]),
        ]));

        foreach (var content in new[] { "Une remarque\nsur deux lignes", "— Une personne, présidente", "Le Journal, 20 janvier 2025", "Citation tronquée par la source.", "Date\u00A0:", "20 janvier 2025", "Premier", "détail", "████████████████████ 4 haine" })
        {
            Assert.Contains(content, message.Body, StringComparison.Ordinal);
            Assert.Contains(content, Unrenderer.ContentOfHtml(message.Html), StringComparison.Ordinal);
        }

        foreach (var address in new[] { "https://journal.example/a?b=1&c=2", "https://journal.example/a", "https://journal.example/b" })
        {
            Assert.Contains(address, message.Body, StringComparison.Ordinal);
            Assert.Contains(Unrenderer.Elements(message.Html), element => element.GetAttribute("href") == address);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    [InlineData("https://exemple.invalid/\n> x")]
    public void Render_AddressThatIsNoLink_IsNotLinked(string address)
    {
        var message = MatrixRenderer.Render(ReplyWith([new QuoteBlock(ScriptedAssistant.View("mots", url: address))]));

        Assert.DoesNotContain(Unrenderer.Elements(message.Html), element => element.LocalName == "a");
    }

    [Fact]
    public void Render_ManyQuotes_FoldsTheLaterOnes()
    {
        var message = MatrixRenderer.Render(ReplyWith([.. Enumerable.Range(1, 5).Select(i => (ReplyBlock)new QuoteBlock(ScriptedAssistant.View($"Citation {i}")))]));

        var folded = Unrenderer.Elements(message.Html).Where(element => element.LocalName == "blockquote" && element.Closest("details") is not null);
        Assert.Equal(["Citation 4", "Citation 5"], folded.Select(element => element.TextContent));
    }

    [Fact]
    public void Render_MoreThanAnEventHolds_DropsWholeBlocksAndSaysSo()
    {
        var quotes = Enumerable.Range(1, 60).Select(i => $"{i} " + new string('é', 1500)).ToList();
        var message = MatrixRenderer.Render(ReplyWith([.. quotes.Select(text => (ReplyBlock)new QuoteBlock(ScriptedAssistant.View(text)))]));

        var shown = Unrenderer.QuotesInPlain(message.Body);
        Assert.Equal(quotes.Take(shown.Count), shown);
        Assert.InRange(shown.Count, 1, 59);
        Assert.Contains($"{60 - shown.Count} élément(s)", message.Body, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(Encoding.UTF8.GetString(MessageContent.Edit(message, "$event").Span)) < 65_536 - 2_000);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QuitteXBot.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    private static Reply ReplyWith(ImmutableArray<ReplyBlock> blocks) =>
        new() { Command = "why", Language = Language.French, Outcome = Outcome.Answered, Title = "Pourquoi", Blocks = blocks };

    private static Gen<string> Words() => Gen.Elements<string>(Hostile).ArrayOf().Select(parts => string.Concat(parts.Take(30)));

    private static IEnumerable<string> AnnotatedQuotes(string file)
    {
        using var gold = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
        return [.. gold.RootElement.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetProperty("text").GetString()!)];
    }

    /// <summary>Skipped, with the reason, where no folder of annotated articles is given.</summary>
    private sealed class GoldFactAttribute : FactAttribute
    {
        public GoldFactAttribute()
        {
            if (!Directory.Exists(Environment.GetEnvironmentVariable(GoldFolder)))
                Skip = $"{GoldFolder} names no folder of annotated articles.";
        }
    }
}
