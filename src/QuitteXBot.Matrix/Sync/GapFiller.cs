using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Protocol;

namespace QuitteXBot.Matrix.Sync;

/// <summary>Fetches the events of a room that an answer of /sync left out because there were too many.</summary>
internal sealed class GapFiller(MatrixApi api, MatrixOptions options, BotIdentity bot, TimeProvider time)
{
    private const int PageSize = 100;

    /// <summary>
    /// Goes back from where the answer began to the last position, the bot's own coming, an event that is too old to be answered, or the limit.
    /// </summary>
    /// <param name="to">The last position, or null where the room was not known then.</param>
    /// <returns>Oldest first; its first event may be the bot's coming.</returns>
    public async Task<Result<List<RoomEvent>>> FillAsync(string roomId, string from, string? to, CancellationToken cancellationToken)
    {
        var found = new List<RoomEvent>();
        for (var position = from; found.Count < options.GapLimit;)
        {
            var size = Math.Min(PageSize, options.GapLimit - found.Count);
            var page = await api.MessagesAsync(roomId, position, to, size, cancellationToken);
            if (!page.IsSuccess)
                return page.Error;
            foreach (var item in page.Value.Events)
            {
                if (EventAge.Of(item, time) > options.MaximumAge)
                    return Ordered(found);
                found.Add(item);
                if (OwnMembership.IsComing(item, bot))
                    return Ordered(found);
            }

            if (page.Value.End is not { } end || end == position || end == to)
                break;
            position = end;
        }

        return Ordered(found);
    }

    private static List<RoomEvent> Ordered(List<RoomEvent> newestFirst)
    {
        newestFirst.Reverse();
        return newestFirst;
    }
}
