using Microsoft.Extensions.DependencyInjection;
using QuitteXBot.DiscordNet;

namespace QuitteXBot.Discord.Tests;

/// <summary>The client that the scripted conversations are held with.</summary>
internal static class TestClient
{
    public const string Name = "DiscordNet";

    public static Action<IServiceCollection>? AddDiscordNet => DiscordNetServices.Add;
}
