using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names;

namespace QuitteXBot.Search.Tests.Names;

public sealed class NameIndexFileTests : IDisposable
{
    private static readonly Organisation[] Few =
    [
        new()
        {
            Id = "departement-54",
            Kind = OrganisationKind.Departement,
            Name = "Département de Meurthe-et-Moselle",
            ShortName = "Meurthe-et-Moselle",
            Code = "54",
        },
        new()
        {
            Id = "media-liberation",
            Kind = OrganisationKind.Media,
            Name = "Libération",
            Aliases = ["Libé", "Liberation"],
            Country = "FR",
            DepartementCode = "75",
            RegionCode = "11",
            Population = 0,
        },
    ];

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("names-").FullName, "names.bin");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void Open_Written_AnswersAsWritten()
    {
        Write(Few);
        using var index = NameIndex.Open(_path);
        Assert.True(index.Verify());
        Assert.Equal(2, index.OrganisationCount);
        var media = index.Find("media-liberation")!;
        Assert.Equal(Few[1] with { Aliases = media.Aliases }, media);
        Assert.Equal<string>(["Libé", "Liberation"], media.Aliases);
        Assert.Equal("departement-54", index.Resolve("CD54").Organisation?.Id);
    }

    [Fact]
    public void Write_SameOrganisations_GivesSameBytes()
    {
        Write(Few);
        var first = File.ReadAllBytes(_path);
        Write([Few[1], Few[0]]);
        Assert.Equal(first, File.ReadAllBytes(_path));
    }

    [Fact]
    public void Write_SameIdTwice_KeepsTheFirst()
    {
        Write([Few[0], Few[0] with { Name = "Autre" }]);
        Assert.Equal(Few[0].Name, NameIndex.Open(_path).Find("departement-54")?.Name);
    }

    [Fact]
    public void Open_FileReplaced_GoesOnAnswering()
    {
        Write(Few);
        using var index = NameIndex.Open(_path);
        File.WriteAllBytes(_path, []);
        Assert.Equal("media-liberation", index.Resolve("libé").Organisation?.Id);
    }

    [Fact]
    public void FromOrganisations_None_AnswersNothing()
    {
        using var index = NameIndex.FromOrganisations([]);
        Assert.Equal(ResolutionOutcome.Unknown, index.Resolve("paris").Outcome);
        Assert.Empty(index.FindMentions("pourquoi Paris quitte X"));
        Assert.Empty(index.Complete("p", 5));
        Assert.Empty(index.Complete("", 5));
        Assert.Null(index.Find("commune-75056"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void Open_CutShort_Throws(int length)
    {
        Write(Few);
        File.WriteAllBytes(_path, File.ReadAllBytes(_path)[..length]);
        Assert.Throws<InvalidDataException>(() => NameIndex.Open(_path));
    }

    [Fact]
    public void Open_OtherVersion_SaysSo()
    {
        Write(Few);
        var content = File.ReadAllBytes(_path);
        content[8]++;
        File.WriteAllBytes(_path, content);
        Assert.Contains("reindex", Assert.Throws<InvalidDataException>(() => NameIndex.Open(_path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OtherFile_Throws()
    {
        File.WriteAllText(_path, new string('x', 10_000));
        Assert.Throws<InvalidDataException>(() => NameIndex.Open(_path));
    }

    [Fact]
    public void Verify_OneByteChanged_IsFalse()
    {
        Write(Few);
        var content = File.ReadAllBytes(_path);
        content[^1] ^= 1;
        File.WriteAllBytes(_path, content);
        Assert.False(NameIndex.Open(_path).Verify());
    }

    [Fact]
    public void Resolve_LongName_IsFiledOrLeftOut()
    {
        var organisation = new Organisation { Id = "other-long", Kind = OrganisationKind.Other, Name = string.Join(' ', Enumerable.Repeat("abcdefghij", 40)) };
        using var index = NameIndex.FromOrganisations([(organisation, true)]);
        Assert.Equal(ResolutionOutcome.Unknown, index.Resolve(organisation.Name).Outcome);
        Assert.NotNull(index.Find("other-long"));
    }

    private void Write(Organisation[] organisations) => NameIndexWriter.Write(_path, organisations.Select(organisation => (organisation, false)));
}
