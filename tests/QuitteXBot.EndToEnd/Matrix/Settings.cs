using System.Globalization;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>How long the tests against Synapse take, as the environment says.</summary>
internal static class Settings
{
    /// <summary>How often the bot is killed.</summary>
    public static int Kills => Number("QUITTEXBOT_KILLS", 10);

    /// <summary>How many questions are asked meanwhile.</summary>
    public static int Questions => Number("QUITTEXBOT_QUESTIONS", 60);

    /// <summary>For how many seconds Synapse is stopped.</summary>
    public static int OutageSeconds => Number("QUITTEXBOT_OUTAGE", 10);

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
