using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>What came of a piece of work, to be kept in the transaction that marks it as done.</summary>
/// <param name="Keep">The answer that was sent or changed.</param>
/// <param name="ForgetId">The answer that was taken back.</param>
/// <param name="KeepToo">An earlier answer that was changed with it.</param>
internal readonly record struct Handling(AnswerRecord? Keep = null, string? ForgetId = null, AnswerRecord? KeepToo = null)
{
    public static Handling Nothing { get; }
}
