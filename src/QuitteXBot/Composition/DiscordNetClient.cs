using Microsoft.Extensions.DependencyInjection;

namespace QuitteXBot.Composition;

/// <summary>The client on Discord.Net, in a build that has it.</summary>
internal static class DiscordNetClient
{
    /// <summary>Puts it into a host; null in a build without it.</summary>
#if DISCORDNET
    public static Action<IServiceCollection>? Add => DiscordNet.DiscordNetServices.Add;
#else
    public static Action<IServiceCollection>? Add => null;
#endif
}
