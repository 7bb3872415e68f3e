using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Tests.Statements;

public sealed class StatementIdTests
{
    /// <summary>Ids are in links and in the log: they never change. The value is <c>printf 'source:12:345' | sha256sum</c>.</summary>
    [Fact]
    public void Of_APlace_IsTheHashThatItAlwaysWas() => Assert.Equal("s969da8e63fdd", StatementId.Of("source", 12, 345));

    [Fact]
    public void Of_DifferentPlaces_Differ()
    {
        string[] ids = [StatementId.Of("a", 1, 23), StatementId.Of("a", 12, 3), StatementId.Of("a:1", 2, 3), StatementId.Of("b", 1, 23)];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Of_AnyPlace_IsAnSAndTwelveDigits() => Assert.Matches("^s[0-9a-f]{12}$", StatementId.Of("é", int.MaxValue, 0));
}
