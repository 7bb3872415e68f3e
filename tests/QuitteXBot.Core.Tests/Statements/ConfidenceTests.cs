using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Tests.Statements;

public sealed class ConfidenceTests
{
    [Theory]
    [InlineData(0.1, 0.2, 0.3, 0.4)]
    [InlineData(0.2, 0.1, 0.3, 0.4)]
    [InlineData(0.3, 0.2, 0.1, 0.4)]
    [InlineData(0.4, 0.2, 0.3, 0.1)]
    public void Least_OfFour_IsTheSmallest(double quote, double speaker, double organisation, double reasons) =>
        Assert.Equal(0.1, new Confidence(quote, speaker, organisation, reasons).Least);

    [Fact]
    public void Least_OfConfirmed_IsOne() => Assert.Equal(1, Confidence.Confirmed.Least);
}
