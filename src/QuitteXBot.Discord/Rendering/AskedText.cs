using System.Collections.Immutable;
using QuitteXBot.Commands.Text;

namespace QuitteXBot.Discord.Rendering;

/// <summary>
/// The text of a long question, shown at the foot of its answer so that the answer's buttons find it there: it fits no <c>custom_id</c>, and what
/// people write is stored nowhere.
/// </summary>
internal static class AskedText
{
    private const char Open = '«';
    private const char Close = '»';

    /// <summary>In characters: a shorter one hardly makes an id too long.</summary>
    private const int Least = 16;

    /// <summary>In characters, as escaped in plain text: with more there would be no room for an answer.</summary>
    private const int MostInPlainText = 1_000;

    /// <summary>What the message could show: the longest of the options. Null where it is short enough for an id, or too long for the message.</summary>
    public static string? Of(ImmutableDictionary<string, string> options, bool plainText)
    {
        var text = options.Values.Select(UserText.Clean).MaxBy(value => value.Length);
        return text is not { Length: > Least } || (plainText && Markdown.Escape(text).Length > MostInPlainText) ? null : text;
    }

    /// <summary>The line for the foot of a message.</summary>
    public static string Write(string text) => $"{Open}\u202F{text}\u202F{Close}";

    /// <summary>What <see cref="Write"/> was given, out of the foot of a message; null where nothing of the kind stands there.</summary>
    public static string? Read(string foot)
    {
        var (open, close) = (foot.IndexOf(Open, StringComparison.Ordinal), foot.LastIndexOf(Close));
        return open >= 0 && close > open ? foot[(open + 1)..close].Trim() : null;
    }

    /// <summary>As <see cref="Read"/>, out of a message without embeds: the foot is its last line.</summary>
    public static string? ReadPlain(string content) =>
        content[(content.LastIndexOf('\n') + 1)..] is ['-', '#', ' ', .. var foot] ? Read(Markdown.Unescape(foot)) : null;
}
