using QuitteXBot.Core.Results;

namespace QuitteXBot.Core.Tests.Results;

public sealed class ResultTests
{
    [Fact]
    public void Result_OfAValue_IsASuccess()
    {
        Result<string> result = "value";

        Assert.True(result.IsSuccess);
        Assert.Equal(("value", null), (result.Value, result.Error));
    }

    [Fact]
    public void Result_OfAnError_HasNoValue()
    {
        Result<string> result = new Error("bad", "It is bad: mend it.");

        Assert.False(result.IsSuccess);
        Assert.Equal((null, "bad"), (result.Value, result.Error?.Code));
    }

    [Fact]
    public void ToString_WithAPlace_BeginsWithIt()
    {
        Assert.Equal("It is bad.", new Error("bad", "It is bad.").ToString());
        Assert.Equal("file:3: It is bad.", new Error("bad", "It is bad.", "file:3").ToString());
    }
}
