namespace QuitteXBot.Search.Tests.Names;

[Collection(RealNamesCollection.Name)]
public sealed class CompleteTests(RealNames names)
{
    [Theory]
    [InlineData("meurthe", "departement-54")]
    [InlineData("Meurthe-et", "departement-54")]
    [InlineData("département de m", "departement-54")]
    [InlineData("dept me", "departement-54")]
    [InlineData("ville de pa", "commune-75056")]
    [InlineData("paris", "commune-75056")]
    [InlineData("nancy", "commune-54395")]
    [InlineData("grand e", "region-44")]
    [InlineData("gran", "region-44")]
    [InlineData("aphp", "hospital-ap-hp")]
    [InlineData("helloq", "movement-helloquittex")]
    [InlineData("st-pau", "commune-97415")]
    [InlineData("st", "commune-97415")]
    [InlineData("montaigne", "university-universite-bordeaux-montaigne")]
    [InlineData("54", "departement-54")]
    [InlineData("touluose", "commune-31555")]
    public void Complete_Prefix_RanksTheExpectedFirst(string prefix, string id) => Assert.Equal(id, names.Index.Complete(prefix, 5)[0].Id);

    [Theory]
    [InlineData("s", 25)]
    [InlineData("saint", 25)]
    [InlineData("", 10)]
    [InlineData("région", 13)]
    public void Complete_ManyMatches_KeepsToTheLimit(string prefix, int limit)
    {
        var found = names.Index.Complete(prefix, limit);
        Assert.Equal(limit, found.Count);
        Assert.Equal(limit, found.Select(organisation => organisation.Id).Distinct().Count());
    }

    [Fact]
    public void Complete_LaterWord_IsFound() =>
        Assert.Contains(names.Index.Complete("moselle", 5), organisation => organisation.Id == "departement-54");

    [Fact]
    public void Complete_WithRecords_ComeFirst()
    {
        var found = names.Index.Complete("bord", 25).Select(organisation => organisation.Id).ToList();
        Assert.InRange(found.IndexOf("university-universite-de-bordeaux"), 0, found.IndexOf("epci-243300316") - 1);
    }

    [Theory]
    [InlineData("zzzz", 5)]
    [InlineData("paris", 0)]
    [InlineData("paris", -1)]
    public void Complete_Nothing_IsEmpty(string prefix, int limit) => Assert.Empty(names.Index.Complete(prefix, limit));

    [Fact]
    public void Complete_HugeLimit_IsBounded() => Assert.InRange(names.Index.Complete("s", int.MaxValue).Count, 1, 1_000);
}
