using System.Globalization;

namespace QuitteXBot.Testing.Discord;

/// <summary>Gives ids that carry the time, each once.</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private const long Epoch = 1_420_070_400_000;
    private long last;

    public string Next()
    {
        var lowest = (time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        while (true)
        {
            var before = Interlocked.Read(ref last);
            var next = Math.Max(before + 1, lowest);
            if (Interlocked.CompareExchange(ref last, next, before) == before)
                return next.ToString(CultureInfo.InvariantCulture);
        }
    }
}
