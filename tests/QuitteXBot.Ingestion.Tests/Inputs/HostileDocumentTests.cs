using System.Diagnostics;
using System.Text;
using QuitteXBot.Ingestion.Inputs;

namespace QuitteXBot.Ingestion.Tests.Inputs;

/// <summary>Files made to keep a parser busy for minutes, to end the process, or to pass for words that nobody sees.</summary>
public sealed class HostileDocumentTests
{
    /// <summary>Far above what they take, far below what they took without limits (more than 30 s each).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly PostedDocumentReader Reader = new();

    public static TheoryData<string> Complex => [.. Documents.Keys];

    private static Dictionary<string, string> Documents { get; } = new()
    {
        ["divs.html"] = Repeat("<div>", 100_000) + "<p>Bonjour",
        ["formats.html"] = Repeat("<b><i>", 100_000) + "<p>Bonjour",
        ["lists.html"] = Repeat("<ul><li>", 100_000) + "Bonjour",
        ["tables.html"] = Repeat("<table><tr><td>", 50_000) + "Bonjour",
        ["objects.html"] = Repeat("<p><object>", 100_000) + "Bonjour",
        ["templates.html"] = Repeat("<template>", 100_000) + "Bonjour",
        ["drawings.html"] = Repeat("<svg><foreignObject>", 50_000) + "Bonjour",
        ["paragraphs.html"] = Repeat("<p>a", 300_000),
        ["multiplied.html"] = "<div>" + Repeat("<a><b><big><code><em><font><i><nobr><s><small><strike><strong><tt><u>", 3) + "</div>" + Repeat("<p>x</p>", 90_000),
        ["quotes.md"] = Repeat("> ", 100_000) + "a",
        ["brackets.md"] = Repeat("[", 100_000),
        ["links.md"] = Repeat("[a](", 100_000),
        ["stars.md"] = Repeat("*a ", 100_000),
        ["lists.md"] = string.Concat(Enumerable.Range(0, 1_400).Select(level => new string(' ', level) + "- a\n")),
        ["lists-in-a-line.md"] = Repeat(Repeat("- ", 500) + "a\n", 1_000),
    };

    [Theory]
    [MemberData(nameof(Complex))]
    public void Read_ComplexDocument_IsRefusedSoon(string name)
    {
        var watch = Stopwatch.StartNew();

        var read = Reader.Read(Encoding.UTF8.GetBytes(Documents[name]), name);

        Assert.Equal("input-too-complex", read.Error?.Code);
        Assert.Equal(name, read.Error?.Location);
        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed}");
    }

    [Fact]
    public void Read_ManyAttributes_AreNoBurden()
    {
        var watch = Stopwatch.StartNew();
        var attributes = string.Concat(Enumerable.Range(0, 150_000).Select(number => $"a{number} "));

        var read = Reader.Read(Encoding.UTF8.GetBytes($"<p {attributes}>Bonjour</p>"), "a.html");

        Assert.Equal("Bonjour", read.Value?.Text);
        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed}");
    }

    [Fact]
    public void Read_ManyOpenFonts_DoNotMultiply()
    {
        var watch = Stopwatch.StartNew();
        var fonts = string.Concat(Enumerable.Range(0, 200).Select(number => $"<font class='{number}'>"));

        var read = Reader.Read(Encoding.UTF8.GetBytes($"<div>{fonts}</div>" + Repeat("<p>x</p>", 10_000)), "a.html");

        Assert.Equal(10_000, read.Value?.Text.Count('x'));
        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("<p>Bonjour</p><script>var a = '<p>Caché</p>';</script>")]
    [InlineData("<p>Bonjour</p><style>p::after { content: 'Caché' }</style>")]
    [InlineData("<p>Bonjour</p><p hidden>Caché</p>")]
    [InlineData("<p>Bonjour</p><p style='color: red; display:none'>Caché</p>")]
    [InlineData("<p>Bonjour</p><div style=\"Display: None\"><p>Caché</p></div>")]
    [InlineData("<p>Bonjour</p><p style='visibility:hidden'>Caché</p>")]
    [InlineData("<p>Bonjour</p><p aria-hidden='true'>Caché</p>")]
    [InlineData("<p>Bonjour</p><template><p>Caché</p></template>")]
    [InlineData("<p>Bonjour</p><noscript><p>Caché</p></noscript>")]
    [InlineData("<p>Bonjour<!-- Caché --></p>")]
    [InlineData("<p>Bonjour</p><iframe srcdoc='<p>Caché</p>'></iframe>")]
    [InlineData("<p title='Caché' onclick='alert(1)'>Bonjour</p>")]
    public void Read_WordsThatNobodySees_AreLeftOut(string html) => Assert.Equal("Bonjour", Reader.Read(Encoding.UTF8.GetBytes(html), "a.html").Value?.Text);

    [Theory]
    [InlineData("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<script>alert(1)</script>")]
    [InlineData("<p>&amp;lt;b&amp;gt; &eacute;&#233;&#xE9; &#128512; &nbsp;!</p>", "&lt;b&gt; ééé 😀 \u00a0!")]
    [InlineData("<p>e\u0301 \u202e@everyone</p>", "e\u0301 \u202e@everyone")]
    [InlineData("<p>un\ndeux<br>trois</p>\r\n<p>quatre</p>", "un deux trois\n\nquatre")]
    public void Read_Markup_GivesTheWordsAsTheyAre(string html, string text) => Assert.Equal(text, Reader.Read(Encoding.UTF8.GetBytes(html), "a.html").Value?.Text);

    [Fact]
    public void Read_FactsOfAnyLength_AreDropped()
    {
        var html = $"<title>{Repeat("a", 100_000)}</title><meta property='og:site_name' content='{Repeat("b", 100_000)}'><link rel=canonical href='https://a.example/{Repeat("c", 100_000)}'><p>Bonjour</p>";

        var read = Reader.Read(Encoding.UTF8.GetBytes(html), "a.html").Value!;

        Assert.Equal((null, null, null), (read.Title, read.Outlet, read.Url));
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>[[[[{</script><p>Bonjour</p>")]
    [InlineData("<script type='application/ld+json'>{\"headline\":{\"name\":{\"name\":1}},\"publisher\":[1,null],\"datePublished\":\"hier, vers midi\"}</script><p>Bonjour</p>")]
    public void Read_BrokenFacts_AreNone(string html)
    {
        var read = Reader.Read(Encoding.UTF8.GetBytes(html), "a.html").Value!;

        Assert.Equal(("Bonjour", null, null, null), (read.Text, read.Title, read.Outlet, read.Published));
    }

    [Fact]
    public void Read_LargerThanAPost_IsRefused() => Assert.Equal("input-too-large", Reader.Read(new byte[Reader.LargestDocument + 1], "a.txt").Error?.Code);

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
