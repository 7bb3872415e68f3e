using QuitteXBot.Ingestion.Configuration;

namespace QuitteXBot.Ingestion.Tests.Configuration;

public sealed class CatalogueReaderTests : IDisposable
{
    private const string GoodReasons = """
        - key: hate
          fr: haine
          en: hate
          vocabulary:
            fr: [haine]
            en: [hate]
        """;

    private const string GoodPlatforms = """
        - key: x
          name: X
          spellings: [Twitter]
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("catalogue").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_ShippedFiles_HasAllReasonsAndPlatforms()
    {
        var catalogue = CatalogueReader.Read(ProjectFiles.Config);

        Assert.True(catalogue.IsSuccess, catalogue.Error?.ToString());
        Assert.Equal(12, catalogue.Value.Reasons.Length);
        Assert.Equal("WhatsApp", catalogue.Value.FindPlatform("whatsapp")!.Name);
    }

    [Fact]
    public void Read_GoodFiles_ReadsThem()
    {
        var catalogue = Read(GoodReasons, GoodPlatforms);

        Assert.Null(catalogue.Error);
        Assert.Equal("haine", Assert.Single(catalogue.Value!.Reasons[0].FrenchVocabulary));
        Assert.Equal("Twitter", Assert.Single(catalogue.Value.Platforms[0].Spellings));
    }

    [Theory]
    [InlineData("- key: hate\n  fr: haine\n", "config/reasons.yml:1")]
    [InlineData("- key: hate\n  fr: haine\n  en: hate\n  label: x\n  vocabulary: {fr: [a], en: [b]}", "config/reasons.yml:4")]
    [InlineData("- key: hate\n  fr: [haine\n", "config/reasons.yml:3")]
    [InlineData("- key: Hate!\n  fr: a\n  en: b\n  vocabulary: {fr: [a], en: [b]}", "config/reasons.yml:1")]
    [InlineData("- key: hate\n  fr: a\n  en: b\n  vocabulary: {fr: [a], de: [b]}", "config/reasons.yml:4")]
    [InlineData("- key: a\n  fr: a\n  en: b\n  vocabulary: {fr: [c], en: []}\n- key: a\n  fr: a\n  en: b\n  vocabulary: {fr: [d], en: []}", "config/reasons.yml:5")]
    [InlineData("- key: a\n  fr: a\n  en: b\n  vocabulary: {fr: [Éc], en: []}\n- key: b\n  fr: a\n  en: b\n  vocabulary: {fr: [ec], en: []}", "config/reasons.yml:8")]
    [InlineData("- key: a\n  fr: a\n  en: b\n  vocabulary: {fr: [\"*\"], en: []}", "config/reasons.yml:4")]
    [InlineData("- &a a\n- *a\n", "config/reasons.yml:2")]
    [InlineData("just words", "config/reasons.yml:1")]
    [InlineData("", "config/reasons.yml")]
    public void Read_FaultyReasons_NamesFileAndLine(string reasons, string location) => Assert.Equal(location, Read(reasons, GoodPlatforms).Error?.Location);

    [Fact]
    public void Read_DeepNesting_IsRefused() => Assert.Equal("yaml-invalid", Read(new string('[', 100_000), GoodPlatforms).Error?.Code);

    [Fact]
    public void Read_HugeFile_IsRefused() => Assert.Equal("file-too-large", Read(GoodReasons, new string('#', 1_000_001)).Error?.Code);

    [Fact]
    public void Read_MissingFile_NamesIt() => Assert.Equal("config/reasons.yml", CatalogueReader.Read(folder).Error?.Location);

    private Core.Results.Result<Core.Catalogue> Read(string reasons, string platforms)
    {
        File.WriteAllText(Path.Combine(folder, "reasons.yml"), reasons);
        File.WriteAllText(Path.Combine(folder, "platforms.yml"), platforms);
        return CatalogueReader.Read(folder);
    }
}
