using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Protocol;

namespace QuitteXBot.Matrix.Sync;

internal static class OwnMembership
{
    /// <summary>Whether the bot came into the room with this event; a change of its name is a membership event too.</summary>
    public static bool IsComing(RoomEvent item, BotIdentity bot) =>
        item.Type == EventTypes.Member && item.StateKey == bot.UserId && item.Content.Membership == "join" && item.PreviousMembership != "join";
}
