using Microsoft.Extensions.DependencyInjection;
using QuitteXBot.Discord.Client;

namespace QuitteXBot.DiscordNet;

/// <summary>Puts the client on Discord.Net into a host, in the place of the project's own.</summary>
public static class DiscordNetServices
{
    /// <summary>To be given to <c>AddDiscord</c>, which calls it where the configuration asks for this client.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<NetCalls>();
        services.AddSingleton<NetConnection>();
        services.AddSingleton<IDiscordClient, NetClient>();
    }
}
