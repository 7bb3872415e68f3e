using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Requests;

/// <summary>What every platform asks. The same question gives the same content everywhere. Never throws but for bugs and cancellation.</summary>
public interface IAssistant
{
    /// <summary>
    /// Answers what was typed: <c>/why …</c>, <c>!why …</c>, or a free question in French or English.
    /// The answer's language: <paramref name="language"/>, else the asker's locale, else the question's, else French.
    /// </summary>
    Task<Reply> AskAsync(string text, Asker asker, Language? language, CancellationToken cancellationToken);

    /// <summary>Answers a command whose options are already apart (a slash command, a button).</summary>
    Task<Reply> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken);

    /// <summary>Choices for an option that is being typed, best first, 25 at most.</summary>
    Task<ImmutableArray<OptionChoice>> CompleteAsync(
        string command, string option, string typed, Language language, CancellationToken cancellationToken);
}

/// <param name="Label">What the user sees, 100 characters at most.</param>
/// <param name="Value">What the option gets, 100 characters at most.</param>
public sealed record OptionChoice(string Label, string Value);
