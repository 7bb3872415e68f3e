using System.Diagnostics;
using QuitteXBot.Testing;

namespace QuitteXBot.Discord.Tests.Interop;

/// <summary>A test with another program: skipped where it is not installed, unless the environment demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InteropFactAttribute : FactAttribute
{
    public InteropFactAttribute(string client)
    {
        if (Environment.GetEnvironmentVariable("QUITTEXBOT_REQUIRE_INTEROP") != "1" && !OtherClient.IsInstalled(client))
            Skip = $"{client} is not installed: see tests/discord-interop/README.md";
    }
}

/// <summary>How the other clients are started.</summary>
internal static class OtherClient
{
    public const string DiscordJs = "discord.js";
    public const string DiscordPy = "python3-discord";
    private const string Python = "/usr/bin/python3";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "discord-interop");

    public static bool IsInstalled(string client) => client == DiscordJs
        ? Directory.Exists(Path.Combine(Folder, "node_modules", "discord.js")) && Runs("node", "--version")
        : File.Exists(Python) && Runs(Python, "-c", "import discord");

    public static ProcessStartInfo Command(string client, string api, string gateway, string token)
    {
        string[] arguments = client == DiscordJs ? [Path.Combine(Folder, "discordjs.mjs"), api, token] : [Path.Combine(Folder, "discordpy.py"), api, gateway, token];
        return new ProcessStartInfo(client == DiscordJs ? "node" : Python, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
