using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>Gives each piece of work to whoever does it.</summary>
internal sealed class Conversations(MatrixApi api, MessageHandler messages, FollowUpHandler followUps, RoomHandler rooms)
{
    /// <param name="known">The event, where it is still at hand; after a restart it is fetched.</param>
    public async Task<Result<Handling>> HandleAsync(WorkItem item, RoomEvent? known, CancellationToken cancellationToken)
    {
        if (item.Kind != WorkKind.Event)
            return await rooms.HandleAsync(item, cancellationToken);
        if (known is null)
        {
            var fetched = await api.EventAsync(item.RoomId, item.Key, cancellationToken);
            if (!fetched.IsSuccess)
                return fetched.Error;
            known = fetched.Value;
        }

        return known.Type switch
        {
            EventTypes.Message when known.Content.RelationType == "m.replace" => await followUps.HandleEditAsync(known, cancellationToken),
            EventTypes.Message => await messages.HandleAsync(known, cancellationToken),
            EventTypes.Redaction => await followUps.HandleRedactionAsync(known, cancellationToken),
            EventTypes.Reaction => await followUps.HandleReactionAsync(known, cancellationToken),
            _ => Handling.Nothing,
        };
    }
}
