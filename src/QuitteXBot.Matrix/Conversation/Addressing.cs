using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Protocol;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>How a message turned to the bot.</summary>
internal enum AddressKind
{
    /// <summary>By the room's prefix. Other bots may have the same one.</summary>
    Command,

    /// <summary>By name.</summary>
    Mention,

    /// <summary>By replying to what the bot said; clients then name the bot by themselves.</summary>
    Reply,

    /// <summary>By being said where nobody else is.</summary>
    Private,
}

/// <param name="Text">What is asked: <c>!why …</c> or a free question.</param>
internal sealed record Addressed(string Text, AddressKind Kind);

/// <summary>Tells whether a message asks the bot something, and what.</summary>
internal sealed class Addressing(MatrixOptions options, BotIdentity bot)
{
    private const string FallbackMark = "> ";

    /// <returns>Null where it does not: notices, other kinds of message, talk among people.</returns>
    public Addressed? Read(EventContent content, string roomId, bool isPrivate)
    {
        if (WordsOf(content) is not { Length: > 0 } text)
            return null;
        if (CommandOf(text, roomId) is { } command)
            return new(command, AddressKind.Command);
        // What is said of a file is for people, as long as it is no command.
        if (content.MessageType == EventContent.File)
            return null;
        if (Mentions(content))
            return Unnamed(text, content, roomId);
        return isPrivate ? new(text, AddressKind.Private) : null;
    }

    /// <summary>
    /// What a message says, every line of it as it was typed; null for notices and other kinds of message. Of a file it is the caption, which is one where it differs
    /// from the file's name (v1.10 of the specification).
    /// </summary>
    public static string? WordsOf(EventContent content) => content switch
    {
        { MessageType: "m.text", Body: { } body } => WithoutFallback(body, content).Trim(),
        { MessageType: EventContent.File, Body: { } caption, FileName: { } name } when caption != name => WithoutFallback(caption, content).Trim(),
        _ => null,
    };

    /// <summary>Before v1.13 of the specification, a reply began with the lines that it replies to.</summary>
    public static string WithoutFallback(string body, EventContent content)
    {
        if (content.InReplyTo is null)
            return body;
        var rest = body.AsSpan();
        while (rest.StartsWith(FallbackMark))
        {
            var end = rest.IndexOf('\n');
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return rest.ToString();
    }

    private string? CommandOf(string text, string roomId)
    {
        var prefix = options.PrefixIn(roomId);
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return null;
        var command = text[prefix.Length..].TrimStart();
        return command.Length > 0 && char.IsLetter(command[0]) ? "!" + command : null;
    }

    private bool Mentions(EventContent content) => content.Mentions?.Contains(bot.UserId) == true || HasPill(content);

    private bool HasPill(EventContent content) =>
        content.FormattedBody is { } html
        && (html.Contains($"matrix.to/#/{bot.UserId}\"", StringComparison.OrdinalIgnoreCase)
            || html.Contains($"matrix.to/#/{Uri.EscapeDataString(bot.UserId)}\"", StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes the bot's name out: at the beginning with the colon or comma behind it, else where it stands.</summary>
    private Addressed Unnamed(string text, EventContent content, string roomId)
    {
        foreach (var name in Names())
        {
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || IsInsideWord(text, at, name.Length))
                continue;
            var before = text[..at].TrimEnd();
            var after = text[(at + name.Length)..].TrimStart([' ', ':', ',', '\u00A0', '\u202F']);
            var rest = (before.Length == 0 ? after : $"{before} {after}").Trim();
            return new(CommandOf(rest, roomId) ?? (rest.Length == 0 ? "!help" : rest), AddressKind.Mention);
        }

        return new(text, content.InReplyTo is null || HasPill(content) ? AddressKind.Mention : AddressKind.Reply);
    }

    private IEnumerable<string> Names()
    {
        yield return bot.UserId;
        if (bot.DisplayName is { Length: > 0 } name)
        {
            yield return "@" + name;
            yield return name;
        }

        var local = UserName.LocalPartOf(bot.UserId);
        yield return "@" + local;
        yield return local;
    }

    private static bool IsInsideWord(string text, int at, int length) =>
        (at > 0 && char.IsLetterOrDigit(text[at - 1])) || (at + length < text.Length && char.IsLetterOrDigit(text[at + length]));
}
