using QuitteXBot.Matrix.Client;

namespace QuitteXBot.Matrix.Tests.Client;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 0.0, 0.5)]
    [InlineData(0, 1.0, 1.0)]
    [InlineData(3, 1.0, 8.0)]
    [InlineData(6, 1.0, 60.0)]
    [InlineData(int.MaxValue, 0.0, 30.0)]
    public void After_Failures_DoublesUpToAMinute(int attempt, double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(attempt, random));
}
