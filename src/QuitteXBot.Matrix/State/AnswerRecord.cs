namespace QuitteXBot.Matrix.State;

/// <summary>Which answer was sent for which question: ids only, the words stay at the homeserver.</summary>
/// <param name="AnswerId">The event that was sent.</param>
/// <param name="QuestionId">The event that it replies to.</param>
/// <param name="AskedId">The event that has the question's words: an earlier one where <paramref name="QuestionId"/> only picks a number.</param>
/// <param name="Steps">What was chosen since, see <see cref="Conversation.Steps"/>.</param>
internal sealed record AnswerRecord(string AnswerId, string RoomId, string QuestionId, string AskedId, string? ThreadRoot, string Steps);
