using System.Text.Json;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Mentions;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Client;

/// <summary>Reads what the project's own gateway dispatches.</summary>
internal sealed class OwnEvents(DiscordEvents events, IDiscordRest rest, BotIdentity bot) : IGatewayEvents
{
    public void OnDispatch(string type, JsonElement data)
    {
        switch (type)
        {
            case "READY":
                bot.UserId = InteractionParser.Object(data, "user") is { } user ? InteractionParser.Id(user, "id") ?? 0 : 0;
                bot.ApplicationId = InteractionParser.Object(data, "application") is { } application ? InteractionParser.Id(application, "id") ?? 0 : 0;
                break;
            case "INTERACTION_CREATE" when InteractionParser.Parse(data) is { } interaction:
                events.Take(new IncomingInteraction(interaction, new CallbackChannel(rest, interaction)));
                break;
            case "MESSAGE_CREATE" when IncomingMessage.Parse(data) is { } message:
                events.Take(message);
                break;
        }
    }
}
