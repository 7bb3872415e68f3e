using Microsoft.Extensions.Configuration;
using QuitteXBot.Composition;
using QuitteXBot.Configuration;

namespace QuitteXBot.Tests.Configuration;

public sealed class BotOptionsTests
{
    [Fact]
    public void Read_NothingConfigured_GivesTheDefaults()
    {
        var (options, errors) = Read();

        Assert.Empty(errors);
        Assert.Equal(SearchEngines.Default, options!.Search.Engine);
        Assert.Equal(Path.GetFullPath("data"), options.Paths.Data);
    }

    [Theory]
    [InlineData("Search:Engine", "Sphinx")]
    [InlineData("Storage:Provider", "Oracle")]
    [InlineData("Ingestion:PublishThreshold", "2")]
    [InlineData("Ingestion:PublishThreshold", "NaN")]
    [InlineData("Paths:Datta", "x")]
    [InlineData("Permissions:Moderator", "matrix:@a:example.org")]
    [InlineData("Permissions:Moderators", "matirx:@a:example.org")]
    [InlineData("Permissions:Moderators", "matrix:@a")]
    [InlineData("Discrod:Token", "x")]
    public void Read_AFault_NamesTheKey(string key, string value)
    {
        var (options, errors) = Read((key, value));

        Assert.Null(options);
        var error = Assert.Single(errors);
        Assert.StartsWith(key.StartsWith("Discrod", StringComparison.Ordinal) ? "Discrod" : key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EngineThatIsABuildOption_IsTakenWhereBuiltAndElsewhereRefusedWithTheOption()
    {
        var (options, errors) = Read(("Search:Engine", "lucene"));

        if (SearchEngines.Names.Contains("Lucene"))
        {
            Assert.Equal("Lucene", options!.Search.Engine);
            return;
        }

        Assert.Null(options);
        var error = Assert.Single(errors).ToString();
        Assert.StartsWith("Search:Engine", error, StringComparison.Ordinal);
        Assert.Contains("-p:LuceneNet=true", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnEndlessValue_IsRefused() => Assert.Single(Read(("Paths:Data", new string('x', 10_000))).Errors);

    [Fact]
    public void Read_CaseOfKeysAndChoices_DoesNotMatter() => Assert.Equal("Embedded", Read(("search:engine", "EMBEDDED")).Options!.Search.Engine);

    private static (BotOptions? Options, IReadOnlyList<QuitteXBot.Core.Results.Error> Errors) Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        return BotOptions.Read(new ConfigurationTree(configuration));
    }
}
