using QuitteXBot.Composition;
using QuitteXBot.Configuration;

namespace QuitteXBot.Benchmarks.Bot;

/// <summary>The bot as it is shipped, over a data folder of the benchmark's.</summary>
internal static class BotFolder
{
    public static async Task<Composition.Bot> OpenAsync(string data)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "config");
        var options = new BotOptions(
            new PathsOptions(data, Path.Combine(AppContext.BaseDirectory, "seeds"), shipped),
            new StorageOptions("Sqlite", ""),
            new SearchOptions(SearchEngines.Default),
            new IngestionOptions(0.5),
            Matrix: null);
        var bot = await Composition.Bot.OpenAsync(options, TimeProvider.System, CancellationToken.None);
        return bot.Value ?? throw new InvalidOperationException(bot.Error?.ToString());
    }
}
