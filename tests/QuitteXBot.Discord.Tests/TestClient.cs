using Microsoft.Extensions.DependencyInjection;

namespace QuitteXBot.Discord.Tests;

/// <summary>The client that the scripted conversations are held with.</summary>
internal static class TestClient
{
    public const string Name = "Own";

    /// <summary>What a file's type is sent as.</summary>
    public static string TypeOfFiles(string type) => type;

    public static Action<IServiceCollection>? AddDiscordNet => null;
}
