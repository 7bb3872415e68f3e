using System.Collections.Immutable;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Matrix.Permissions;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>Asks the assistant, and follows the steps that were taken since.</summary>
internal sealed class Asking(IAssistant assistant, AskerPermissions permissions)
{
    public async Task<Reply> AskAsync(string text, string userId, RoomRecord room, CancellationToken cancellationToken) =>
        Withhold(await assistant.AskAsync(text, await AskerOfAsync(userId, cancellationToken), null, cancellationToken), room);

    /// <summary>The reply after the steps, or null where one of them leads nowhere (any more).</summary>
    public async Task<Reply?> FollowAsync(string text, string userId, RoomRecord room, ImmutableArray<Step> steps, CancellationToken cancellationToken)
    {
        var asker = await AskerOfAsync(userId, cancellationToken);
        var reply = await assistant.AskAsync(text, asker, null, cancellationToken);
        foreach (var step in steps)
        {
            if (reply.Actions.Where(action => action.Kind == step.Kind).ElementAtOrDefault(step.Index - 1) is not { } action)
                return null;
            reply = await assistant.ExecuteAsync(new CommandRequest(action.Command, action.Options, asker, reply.Language), cancellationToken);
        }

        return Withhold(reply, room);
    }

    /// <summary>Matrix has no message that one member of a room alone sees. What only says that a command was not understood or not allowed tells nobody anything.</summary>
    private static Reply Withhold(Reply reply, RoomRecord room) =>
        reply.Private && !room.IsPrivate && reply.Outcome is not (Outcome.Invalid or Outcome.Denied) ? Texts.AskPrivately(reply) : reply;

    private async ValueTask<Asker> AskerOfAsync(string userId, CancellationToken cancellationToken) =>
        new("matrix", userId, await permissions.OfAsync(userId, cancellationToken));
}
