using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Matrix.Permissions;
using QuitteXBot.Matrix.Protocol;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>Asks the assistant, and follows the steps that were taken since.</summary>
internal sealed class Asking(IAssistant assistant, AskerPermissions permissions, Attachments attachments)
{
    /// <param name="question">The message that the text stands in; what it answers and brings along goes with it.</param>
    public async Task<Reply> AskAsync(string text, RoomEvent question, CancellationToken cancellationToken)
    {
        var (asker, refusal) = await attachments.AddAsync(await AskerOfAsync(question.Sender, question.RoomId, cancellationToken), text, question, cancellationToken);
        return refusal ?? await assistant.AskAsync(text, asker, null, cancellationToken);
    }

    /// <summary>The reply after the steps, or null where one of them leads nowhere (any more).</summary>
    public async Task<Reply?> FollowAsync(string text, string userId, string roomId, ImmutableArray<Step> steps, CancellationToken cancellationToken)
    {
        var asker = await AskerOfAsync(userId, roomId, cancellationToken);
        var reply = await assistant.AskAsync(text, asker, null, cancellationToken);
        foreach (var step in steps)
        {
            if (reply.Actions.Where(action => action.Kind == step.Kind).ElementAtOrDefault(step.Index - 1) is not { } action)
                return null;
            reply = await assistant.ExecuteAsync(new CommandRequest(action.Command, action.Options, asker, reply.Language), cancellationToken);
        }

        return reply;
    }

    public async Task<Reply> ExecuteAsync(
        string command, ImmutableDictionary<string, string> options, Language language, string userId, string roomId, CancellationToken cancellationToken) =>
        await assistant.ExecuteAsync(new CommandRequest(command, options, await AskerOfAsync(userId, roomId, cancellationToken), language), cancellationToken);

    private async ValueTask<Asker> AskerOfAsync(string userId, string roomId, CancellationToken cancellationToken) =>
        new("matrix", userId, await permissions.OfAsync(userId, cancellationToken)) { Channel = roomId };
}
