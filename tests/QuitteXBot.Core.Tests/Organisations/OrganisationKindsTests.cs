using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Core.Tests.Organisations;

public sealed class OrganisationKindsTests
{
    [Fact]
    public void All_EveryKind_OnceWithANameOfItsOwn()
    {
        Assert.Equal(Enum.GetValues<OrganisationKind>().Order(), OrganisationKinds.All.Order());
        Assert.Equal(OrganisationKinds.All.Count(), OrganisationKinds.All.Select(kind => kind.Name()).Distinct().Count());
    }

    [Fact]
    public void TryParse_TheNameOfEachKind_IsThatKind() => Assert.All(OrganisationKinds.All, kind =>
    {
        Assert.True(OrganisationKinds.TryParse(kind.Name(), out var read));
        Assert.Equal(kind, read);
    });

    [Theory]
    [InlineData("sports club", OrganisationKind.SportsClub)]
    [InlineData(" State-Body ", OrganisationKind.StateBody)]
    [InlineData("MEDIA", OrganisationKind.Media)]
    public void TryParse_OtherSpellings_AreRead(string name, OrganisationKind expected)
    {
        Assert.True(OrganisationKinds.TryParse(name, out var kind));
        Assert.Equal(expected, kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("person")]
    [InlineData("StateBody")]
    [InlineData("1")]
    public void TryParse_NoKind_IsRefused(string? name)
    {
        Assert.False(OrganisationKinds.TryParse(name, out var kind));
        Assert.Equal(OrganisationKind.Other, kind);
    }
}
