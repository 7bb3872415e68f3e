using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Commands.Requests;

/// <summary>Who asks, and from where.</summary>
/// <param name="Platform"><c>console</c>, <c>discord</c>, <c>matrix</c>.</param>
/// <param name="UserId">Opaque; used for budgets and "only for whom it is meant", never stored with a question.</param>
/// <param name="Locale">The user's own locale (BCP 47), not the guild's, where the platform tells it.</param>
public sealed record Asker(string Platform, string UserId, Permission Permission = Permission.Community, string? Locale = null);

/// <summary>A command with its options, whatever way it was asked.</summary>
/// <param name="Command">The definition's canonical name.</param>
/// <param name="Options">Canonical option name → what was typed or chosen.</param>
/// <param name="Language">The language of the answer.</param>
public sealed record CommandRequest(
    string Command, ImmutableDictionary<string, string> Options, Asker Asker, Language Language)
{
    public string? Option(string name) => Options.GetValueOrDefault(name);
}
