namespace QuitteXBot.Matrix.State;

internal enum WorkKind
{
    /// <summary>An event of a room that may want an answer.</summary>
    Event,

    /// <summary>An invitation to accept.</summary>
    Join,

    /// <summary>An invitation to refuse.</summary>
    Refuse,

    /// <summary>A room in which the bot is alone.</summary>
    Leave,

    /// <summary>A room that was just joined.</summary>
    Greet,

    /// <summary>A room that is encrypted.</summary>
    Warn,
}

/// <summary>Something to do, kept until it is done. No words of anybody are kept with it.</summary>
/// <param name="Sequence">The order in which it came; 0 before it is kept.</param>
/// <param name="Key">The event's id, or another text that is the same only for the same work.</param>
internal sealed record WorkItem(WorkKind Kind, string RoomId, string Key, long Sequence = 0);
