using System.Collections.Immutable;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>Asks the assistant, and follows the steps that were taken since.</summary>
internal sealed class Asking(IAssistant assistant, MatrixOptions options)
{
    public Task<Reply> AskAsync(string text, string userId, CancellationToken cancellationToken) =>
        assistant.AskAsync(text, AskerOf(userId), null, cancellationToken);

    /// <summary>The reply after the steps, or null where one of them leads nowhere (any more).</summary>
    public async Task<Reply?> FollowAsync(string text, string userId, ImmutableArray<Step> steps, CancellationToken cancellationToken)
    {
        var asker = AskerOf(userId);
        var reply = await assistant.AskAsync(text, asker, null, cancellationToken);
        foreach (var step in steps)
        {
            if (reply.Actions.Where(action => action.Kind == step.Kind).ElementAtOrDefault(step.Index - 1) is not { } action)
                return null;
            reply = await assistant.ExecuteAsync(new CommandRequest(action.Command, action.Options, asker, reply.Language), cancellationToken);
        }

        return reply;
    }

    private Asker AskerOf(string userId) => new(
        "matrix",
        userId,
        options.Maintainers.Contains(userId) ? Permission.Maintainer : options.Moderators.Contains(userId) ? Permission.Moderator : Permission.Community);
}
