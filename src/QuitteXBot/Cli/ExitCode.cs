namespace QuitteXBot.Cli;

/// <summary>What the process tells its caller. An abstention is done.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadUsage = 2;
}
