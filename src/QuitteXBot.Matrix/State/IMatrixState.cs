namespace QuitteXBot.Matrix.State;

/// <summary>
/// What must survive a crash: how far the homeserver was heard, what is still to be done, and which answer belongs to which question.
/// Every method is one transaction. Nothing in it tells what anybody said.
/// </summary>
internal interface IMatrixState : IDisposable
{
    /// <summary>The token to sync from, or null before the first time.</summary>
    string? SyncToken { get; }

    /// <summary>Rooms that are joined or invited to.</summary>
    RoomRecord? Room(string roomId);

    /// <summary>Whether there is or was work for this key.</summary>
    bool Knows(string key);

    /// <summary>Keeps what a sync brought together with its token: either all of it is kept or none. Work that is known already is left out.</summary>
    /// <returns>The work that was new, numbered, in its order.</returns>
    IReadOnlyList<WorkItem> Accept(SyncOutcome outcome);

    /// <summary>Work that is not done, in its order.</summary>
    IReadOnlyList<WorkItem> Pending();

    /// <summary>Marks work as done and, in the same transaction, keeps or replaces the answers that it led to.</summary>
    void Finish(WorkItem item, params ReadOnlySpan<AnswerRecord?> answers);

    /// <summary>Marks work as done and forgets an answer that was taken back.</summary>
    void FinishForgetting(WorkItem item, string answerId);

    AnswerRecord? Answer(string answerId);

    AnswerRecord? AnswerTo(string questionId);

    AnswerRecord? LastAnswerIn(string roomId);

    /// <summary>The room in which that user and the bot talk alone, as far as the bot knows.</summary>
    string? DirectChatWith(string userId);

    /// <summary>Remembers it by a hash of the user's name. A room that is not known yet, because the bot just made it, is known from then on.</summary>
    void KeepDirectChat(string userId, string roomId);
}

/// <summary>What a sync brought.</summary>
internal sealed record SyncOutcome(string SyncToken, IReadOnlyList<RoomRecord> Rooms, IReadOnlyList<string> LeftRooms, IReadOnlyList<WorkItem> Work);
