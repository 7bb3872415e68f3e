using System.Globalization;

namespace QuitteXBot.Matrix.EndToEnd;

/// <summary>What the environment says of these tests.</summary>
internal static class Settings
{
    /// <summary>The folder in which <c>tests/synapse/synapse.sh</c> installs Synapse; without it these tests are skipped.</summary>
    public static string? SynapseRoot => Environment.GetEnvironmentVariable("QUITTEXBOT_SYNAPSE");

    /// <summary>The executable to test, in place of the Matrix platform alone.</summary>
    public static string? Executable => Environment.GetEnvironmentVariable("QUITTEXBOT_EXECUTABLE");

    /// <summary>How often the bot is killed.</summary>
    public static int Kills => Number("QUITTEXBOT_KILLS", 20);

    /// <summary>How many questions are asked meanwhile.</summary>
    public static int Questions => Number("QUITTEXBOT_QUESTIONS", 100);

    /// <summary>For how many seconds Synapse is stopped.</summary>
    public static int OutageSeconds => Number("QUITTEXBOT_OUTAGE", 10);

    /// <summary>How many answers are timed; 0 times none.</summary>
    public static int TimedAnswers => Number("QUITTEXBOT_TIMED_ANSWERS", 0);

    public static string Repository { get; } = FindRepository();

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QuitteXBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run from within the repository.");
    }
}

/// <summary>A test against a real Synapse.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SynapseFactAttribute : FactAttribute
{
    public SynapseFactAttribute()
    {
        if (Settings.SynapseRoot is null)
            Skip = "Needs a real Synapse: set QUITTEXBOT_SYNAPSE to a folder for it (root, Debian, and python3-matrix-nio for the other member).";
    }
}
