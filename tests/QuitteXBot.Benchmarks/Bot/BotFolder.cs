using Microsoft.Extensions.Configuration;
using QuitteXBot.Configuration;

namespace QuitteXBot.Benchmarks.Bot;

/// <summary>The bot as it is shipped, over a data folder of the benchmark's.</summary>
internal static class BotFolder
{
    public static async Task<Composition.Bot> OpenAsync(string data)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "config");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Paths:Data"] = data,
            ["Paths:Seeds"] = Path.Combine(AppContext.BaseDirectory, "seeds"),
            ["Paths:Config"] = shipped,
        }).Build();
        var options = BotOptions.Read(new ConfigurationTree(configuration)).Options!;
        var bot = await Composition.Bot.OpenAsync(options, TimeProvider.System, CancellationToken.None);
        return bot.Value ?? throw new InvalidOperationException(bot.Error?.ToString());
    }
}
