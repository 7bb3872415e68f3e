using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Commands.Requests;

/// <summary>Who asks, and from where.</summary>
/// <param name="Platform"><c>console</c>, <c>discord</c>, <c>matrix</c>.</param>
/// <param name="UserId">Opaque; used for budgets and "only for whom it is meant", never stored with a question.</param>
/// <param name="Locale">The user's own locale (BCP 47), not the guild's, where the platform tells it.</param>
public sealed record Asker(string Platform, string UserId, Permission Permission = Permission.Community, string? Locale = null)
{
    /// <summary>Who they are on every platform: <c>discord:1234</c>. Goes into the store only with what they submit on purpose.</summary>
    public string Identity => $"{Platform}:{UserId}";

    /// <summary>The channel or room that they ask in, where there is one: Discord's channel id, Matrix's room id.</summary>
    public string? Channel { get; init; }

    /// <summary>What is the same when the same event is handled again after a crash, and never else; null where a platform does not do that.</summary>
    public string? RequestKey { get; init; }

    /// <summary>The file that came with the question.</summary>
    public Enclosure? Enclosure { get; init; }

    /// <summary>Opens a file by the path that the asker typed; null where their paths are not this machine's.</summary>
    public Func<string, Enclosure?>? OpenFile { get; init; }

    /// <summary>The attached file, or the one of that path.</summary>
    public Enclosure? FindFile(string? path) => Enclosure ?? (string.IsNullOrEmpty(path) ? null : OpenFile?.Invoke(path));

    /// <summary>The message that the question answers or was asked on.</summary>
    public RepliedMessage? RepliedTo { get; init; }
}

/// <summary>A file that a user attached.</summary>
/// <param name="Name">As the user named it: only its extension is trusted, and that not far.</param>
public sealed record Enclosure(string Name, ReadOnlyMemory<byte> Content);

/// <param name="Text">Its words, exactly.</param>
/// <param name="Author">The name shown with it.</param>
/// <param name="Url">Its address for people, where it has one.</param>
public sealed record RepliedMessage(string Text, string? Author, string? Url, DateTimeOffset? At);

/// <summary>A command with its options, whatever way it was asked.</summary>
/// <param name="Command">The definition's canonical name.</param>
/// <param name="Options">Canonical option name → what was typed or chosen.</param>
/// <param name="Language">The language of the answer.</param>
public sealed record CommandRequest(
    string Command, ImmutableDictionary<string, string> Options, Asker Asker, Language Language)
{
    public string? Option(string name) => Options.GetValueOrDefault(name);
}
