namespace QuitteXBot.Matrix.State;

/// <summary>Which answer was sent for which question: ids only, the words stay at the homeserver.</summary>
/// <param name="AnswerId">The event that was sent.</param>
/// <param name="QuestionId">The event that it answers; in another room where the answer went to the direct chat.</param>
/// <param name="AskedId">The event that has the question's words: an earlier one where <paramref name="QuestionId"/> only picks a number.</param>
/// <param name="Steps">What was chosen since, see <see cref="Conversation.Steps"/>.</param>
/// <param name="Offers">What a moderator may do with it, see <see cref="Conversation.Offers"/>; null where asking again leads to the same.</param>
internal sealed record AnswerRecord(
    string AnswerId, string RoomId, string QuestionId, string AskedId, string? ThreadRoot, string Steps, string? Offers = null);
