using System.Text;
using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Searching;
using Xunit;

namespace QuitteXBot.Testing.Searching;

/// <summary>What no text, and no number of readers, does to a search engine.</summary>
public abstract class SearchRobustnessContract : SearchEngineFixture
{
    private static readonly string[] Hostile =
    [
        "", " ", "\0", "\n\r\t", "'", "''", "’", "«", "»", "«»", "\"\"", "\"", "l'", "L’«", "*", "?", "-", "--", "😀", "😀😀 🏳️‍🌈", "👩‍👩‍👧",
        "\" OR 1=1 --", "meurthe*", "@everyone", "<@&1>", "AND OR NOT NEAR(a b)", "text:harbour", "{a b}", "^a", "a NEAR b", "(((((", "[a TO z]", "~2", "\\",
        "\ud83d", "\ude00x", "\u202e\u202dmarins", "\u0001organisation commune-1", "\u0001concept hate", "\u0000marins\u0000", "﷽", "ﬁn", "𝐗", "ⅷ", "ß", "İ",
        "e\u0301\u0301\u0301", "a\u200bb", "%s%n", "{0}", "../../etc", "${jndi:x}", "'; DROP TABLE documents; --", "\"unclosed phrase", "« unclosed", "“a „b” c",
    ];

    public static TheoryData<string> HostileTexts => [.. Hostile];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Search_HostileText_IsOnlyText(string text)
    {
        foreach (var prefixLast in new[] { false, true })
        {
            var result = Search(text, prefixLast: prefixLast);
            Assert.InRange(result.Hits.Length, 0, result.Total);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t")]
    [InlineData("😀 🎉")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("@everyone")]
    [InlineData("*")]
    [InlineData("\u0001organisation commune-1")]
    [InlineData("\u0001concept hate x")]
    public void Search_NoWordOfTheIndex_FindsNothing(string text)
    {
        var result = Search(text);
        Assert.Empty(result.Hits);
        Assert.Equal(0, result.Total);
        Assert.Empty(Query(new SearchQuery(text, Reason: "hate")).Hits);
    }

    [Fact]
    public void Search_OnlyTheBeginningOfALongText_IsRead()
    {
        Assert.Equal(0, Search(new string('a', 3000)).Total);
        Assert.Equal(1, Search("kerlevan" + new string(' ', SearchQuery.MaximumLength) + "brontosaure").Total);
        Assert.Equal(0, Search(string.Concat(Enumerable.Repeat("marins brontosaure ", 200))).Total);
        Assert.Equal(1, Search(string.Concat(Enumerable.Repeat("kerlevan ", 1000)), prefixLast: true).Total);
    }

    [Fact]
    public void Search_ControlAndDirectionCharactersInAWord_AreOverlooked() =>
        Assert.Equal(["harbour"], Ids(Search("\u202ema\u200brins\u202c")));

    [Theory]
    [InlineData(-5, 10, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(1, 10, 0)]
    [InlineData(int.MaxValue, int.MaxValue, 0)]
    [InlineData(0, int.MaxValue, 1)]
    public void Search_AnyPage_IsAnswered(int offset, int limit, int hits)
    {
        var result = Query(new SearchQuery("kerlevan", Offset: offset, Limit: limit));
        Assert.Equal(hits, result.Hits.Length);
        Assert.Equal(1, result.Total);
    }

    [Fact]
    public void Search_EmptyIndex_FindsNothing()
    {
        Use();
        Assert.Equal(0, Index.DocumentCount);
        Assert.Equal(0, Search("marins").Total);
        Assert.Equal(0, Search("\"deux mots\"", prefixLast: true).Total);
    }

    [Fact]
    public void Build_HostileDocuments_AreIndexed()
    {
        var texts = Hostile.Append(new string('z', 5000)).Append(string.Concat(Enumerable.Repeat("vague ", 20_000)));
        Use([.. texts.Select((text, number) => SearchSamples.Statement($"h{number}", text, text, text, text, [text]) with { Title = text, Outlet = text })]);
        Assert.Equal(1, Search("vague").Total);
        Assert.Equal(1, Search("\"vague vague\"").Total);
    }

    [Fact]
    public void Search_AnyString_IsSafe()
    {
        var index = Index;
        Prop.ForAll<string?, bool>((text, prefixLast) =>
        {
            var result = index.Search(new SearchQuery(text ?? "", PrefixLast: prefixLast));
            return result.Hits.Length <= result.Total;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Search_AnyWordOfTheIndex_FindsItsDocument()
    {
        var word = Gen.Choose('a', 'z').Select(letter => (char)letter).Or(Gen.Elements("éèàçœÉñßяжλあ7".ToArray())).NonEmptyListOf()
            .Select(letters => "zz" + new string([.. letters.Take(40)]));
        Prop.ForAll(Gen.ListOf(word).Select(words => words.Take(20).ToList()).ToArbitrary(), words =>
        {
            Use([.. words.Select((text, number) => SearchSamples.Statement($"{number}", $"Voici {text}, partout.", reasons: []))]);
            return words.Select((text, number) => Query(new SearchQuery(text, Limit: 100)).Hits.Any(hit => hit.Id == $"{number}")).All(found => found);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public async Task Search_ManyReaders_GetWhatOneGets()
    {
        string[] texts = ["cyberharcèlement", "grand est", "\"vie privée\"", "biblothèque", "haine", "qui dénonce les théories du complot ?", "personal data"];
        var index = Index;
        var alone = texts.Select(text => Describe(index.Search(new SearchQuery(text)))).ToArray();
        var readers = Enumerable.Range(0, 8).Select(reader => Task.Run(() =>
        {
            for (var round = 0; round < 50; round++)
            {
                var which = (reader + round) % texts.Length;
                Assert.Equal(alone[which], Describe(index.Search(new SearchQuery(texts[which]))));
            }
        }));
        await Task.WhenAll(readers);
    }

    private static string Describe(SearchResult result)
    {
        var description = new StringBuilder().Append(result.Total);
        foreach (var hit in result.Hits)
            description.Append(' ').Append(hit.Id).Append('=').Append(hit.Score);
        return description.ToString();
    }
}
