using QuitteXBot.Testing;

namespace QuitteXBot.Core.Tests;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Advance_MovesTheClockAndTheTimestamp()
    {
        var (now, timestamp) = (_time.GetUtcNow(), _time.GetTimestamp());

        _time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(now + TimeSpan.FromMinutes(3), _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(3), _time.GetElapsedTime(timestamp));
    }

    [Fact]
    public async Task Advance_PastADelay_EndsItAndNotBefore()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _time);

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(delay.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await delay;
    }

    [Fact]
    public void Advance_OverSeveralPeriods_FiresAtEachTime()
    {
        var (start, fired) = (_time.GetUtcNow(), new List<TimeSpan>());
        using var timer = _time.CreateTimer(_ => fired.Add(_time.GetUtcNow() - start), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _time.Advance(TimeSpan.FromSeconds(6));
        timer.Dispose();
        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal([1, 3, 5], fired.Select(at => (int)at.TotalSeconds));
    }
}
