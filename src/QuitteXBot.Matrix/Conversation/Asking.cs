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
        var (asker, refusal) = await attachments.AddAsync(await AskerOfAsync(question, cancellationToken), text, question, cancellationToken);
        return refusal ?? await assistant.AskAsync(text, asker, null, cancellationToken);
    }

    /// <summary>The reply after the steps, or null where one of them leads nowhere (any more).</summary>
    /// <param name="cause">The event that asks for the last step.</param>
    public async Task<Reply?> FollowAsync(string text, RoomEvent cause, ImmutableArray<Step> steps, CancellationToken cancellationToken)
    {
        var asker = await AskerOfAsync(cause, cancellationToken);
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
        string command, ImmutableDictionary<string, string> options, Language language, RoomEvent cause, CancellationToken cancellationToken) =>
        await assistant.ExecuteAsync(new CommandRequest(command, options, await AskerOfAsync(cause, cancellationToken), language), cancellationToken);

    /// <summary>After a crash the same event is handled again: by its id the assistant does nothing twice.</summary>
    private async ValueTask<Asker> AskerOfAsync(RoomEvent cause, CancellationToken cancellationToken) =>
        new("matrix", cause.Sender, await permissions.OfAsync(cause.Sender, cancellationToken)) { Channel = cause.RoomId, RequestKey = $"matrix:{cause.EventId}" };
}
