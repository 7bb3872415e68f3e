namespace QuitteXBot.Matrix.Protocol;

/// <summary>Asks the homeserver for what the bot acts on, and nothing else.</summary>
internal static class SyncFilter
{
    /// <summary>Timeline events of one room in one answer; the rest is fetched.</summary>
    public const int MostEvents = 50;

    private const string Types =
        $"[\"{EventTypes.Message}\",\"{EventTypes.Reaction}\",\"{EventTypes.Redaction}\",\"{EventTypes.Member}\",\"{EventTypes.Encryption}\"]";

    public static string Messages { get; } = $$"""{"types":{{Types}},"lazy_load_members":true}""";

    /// <summary>Lazy loading is asked for because the counts of a room's members come only with it.</summary>
    public static string Sync(int mostEvents) =>
        $$$$"""
        {"presence":{"types":[]},"account_data":{"types":[]},"room":{"account_data":{"types":[]},"ephemeral":{"types":[]},"state":{"types":["{{{{EventTypes.Encryption}}}}"],"lazy_load_members":true},"timeline":{"types":{{{{Types}}}},"limit":{{{{mostEvents}}}},"lazy_load_members":true}}}
        """;
}
