using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Sync;

/// <summary>
/// Picks the events that may want something of the bot, so that talk among people is neither kept nor looked at again.
/// One instance serves one answer of /sync.
/// </summary>
internal sealed class Candidates(MatrixOptions options, BotIdentity bot, Addressing addressing, IMatrixState state, TimeProvider time)
{
    private readonly HashSet<string> picked = new(StringComparer.Ordinal);

    public bool Pick(RoomEvent item, RoomRecord room)
    {
        if (item.Sender == bot.UserId || options.IgnoredUsers.Contains(item.Sender) || item.IsRedacted || EventAge.Of(item, time) > options.MaximumAge)
            return false;
        var wanted = item.Type switch
        {
            EventTypes.Message => item.Content.RelationType == "m.replace" ? IsEditOfInterest(item, room) : IsQuestion(item.Content, room),
            EventTypes.Reaction => item.Content.RelatesTo is not null && Reactions.IsKnown(item.Content.Key),
            EventTypes.Redaction => item.Redacts is { } redacted && IsKnown(redacted),
            _ => false,
        };
        if (wanted)
            picked.Add(item.EventId);
        return wanted;
    }

    private bool IsEditOfInterest(RoomEvent edit, RoomRecord room) =>
        edit.Content is { RelatesTo: { } edited, Replacement: { } replacement } && (IsKnown(edited) || IsQuestion(replacement, room));

    private bool IsQuestion(EventContent content, RoomRecord room) =>
        addressing.Read(content, room.RoomId, room.IsPrivate) is not null
        || (content.MessageType == "m.text" && content.InReplyTo is not null && addressing.Read(content with { Mentions = [bot.UserId] }, room.RoomId, false) is { } text
            && (Reactions.NumberIn(text.Text) is not null || state.Answer(content.InReplyTo)?.Offers is not null));

    private bool IsKnown(string eventId) => picked.Contains(eventId) || state.Knows(eventId);
}
