using System.Collections.Immutable;
using QuitteXBot.Discord.Interactions;

namespace QuitteXBot.Discord.Rendering;

/// <summary>What an answer's buttons must remember, and how it may be shown.</summary>
/// <param name="Owner">Who asked, or <see cref="Everybody"/>.</param>
/// <param name="Command">The command that was executed; with a mention it is read again from the message.</param>
/// <param name="Page">Of a long answer, from 0.</param>
/// <param name="PlainText">Without embeds.</param>
/// <param name="Ephemeral">Only for the asker.</param>
internal sealed record AnswerContext(
    ulong Owner,
    QuestionKind Question,
    string Command,
    ImmutableDictionary<string, string> Options,
    int Page,
    bool PlainText,
    bool Ephemeral)
{
    /// <summary>The owner of what nobody asked for, such as an announcement: its buttons are those that everybody may press.</summary>
    public const ulong Everybody = 0;
}
