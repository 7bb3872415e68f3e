using QuitteXBot.Commands.Replies;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>Where an answer goes.</summary>
internal enum Place
{
    /// <summary>To where it was asked.</summary>
    Here,

    /// <summary>To the direct chat with the asker: previews, forms and what else moderators work with.</summary>
    DirectChat,

    /// <summary>Nowhere; the asker is told to ask in a direct chat.</summary>
    Nowhere,
}

/// <summary>Matrix has no message that one member of a room alone sees.</summary>
internal static class Privacy
{
    /// <summary>What only says that something was done, not understood or not allowed tells nobody more than the question did.</summary>
    public static Place PlaceOf(Reply reply, RoomRecord room)
    {
        if (!reply.Private || room.IsPrivate || reply.Outcome is Outcome.Invalid or Outcome.Denied or Outcome.Done)
            return Place.Here;
        return Offers.Of(reply) is null ? Place.Nowhere : Place.DirectChat;
    }
}
