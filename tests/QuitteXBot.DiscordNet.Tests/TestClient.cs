using Microsoft.Extensions.DependencyInjection;
using QuitteXBot.DiscordNet;

namespace QuitteXBot.Discord.Tests;

/// <summary>The client that the scripted conversations are held with.</summary>
internal static class TestClient
{
    public const string Name = "DiscordNet";

    /// <summary>What a file's type is sent as: Discord.Net sends none, and Discord goes by the name.</summary>
    public static string TypeOfFiles(string type) => type[..0];

    public static Action<IServiceCollection>? AddDiscordNet => DiscordNetServices.Add;
}
