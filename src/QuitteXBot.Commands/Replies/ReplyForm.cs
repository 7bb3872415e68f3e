using System.Collections.Immutable;

namespace QuitteXBot.Commands.Replies;

/// <summary>
/// Fields that the asker fills in: a modal of Discord, prompts on the console, <c>field: value</c> lines elsewhere. Submitting executes <paramref name="Command"/> with
/// <paramref name="Options"/> and the fields' values.
/// </summary>
/// <param name="Title">45 characters at most, as Discord asks.</param>
/// <param name="Options">What is known already and not shown.</param>
/// <param name="Fields">The most needed first. Discord shows five.</param>
public sealed record ReplyForm(string Title, string Command, ImmutableDictionary<string, string> Options, ImmutableArray<FormField> Fields);

/// <param name="Option">The option's canonical name.</param>
/// <param name="TypedName">The option's name in the form's language, as it is typed in front of a colon.</param>
/// <param name="Label">45 characters at most.</param>
/// <param name="Value">What stands there already, or null.</param>
/// <param name="Hint">An example, 100 characters at most.</param>
/// <param name="IsLong">Whether it may have several lines.</param>
/// <param name="MaximumLength">UTF-16 units.</param>
public sealed record FormField(
    string Option, string TypedName, string Label, string? Value, string? Hint, bool Required = false, bool IsLong = false, int MaximumLength = 300);
