using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Reasons;

namespace QuitteXBot.Core.Tests;

public sealed class CatalogueTests
{
    private static readonly Catalogue Catalogue = new([new Reason("hate", "haine", "hate", [], [])], [new Platform("bluesky", "Bluesky", [])]);

    [Fact]
    public void Find_AKey_GivesItsEntry()
    {
        Assert.Equal("haine", Catalogue.FindReason("hate")?.French);
        Assert.Equal("Bluesky", Catalogue.FindPlatform("bluesky")?.Name);
    }

    [Fact]
    public void Find_NoKey_GivesNull()
    {
        Assert.Null(Catalogue.FindReason("Hate"));
        Assert.Null(Catalogue.FindPlatform("hate"));
    }
}
