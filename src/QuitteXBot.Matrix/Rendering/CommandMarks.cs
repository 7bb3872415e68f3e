using System.Text;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Matrix.Rendering;

/// <summary>
/// Clients of Matrix keep <c>/why</c> for themselves, so that the commands that an answer names are shown as they are typed in the room: <c>!why</c>.
/// Quotes and names of people and places are left as they are.
/// </summary>
internal static class CommandMarks
{
    public static Reply WithPrefix(Reply reply, string prefix) => reply with
    {
        Title = Replace(reply.Title, prefix),
        Blocks = [.. reply.Blocks.Select(block => block switch
        {
            // A form to send back has people's words behind the command on its first line.
            TextBlock text when reply.Form is not null => new TextBlock(ReplaceFirst(text.Text, prefix)),
            TextBlock text => new TextBlock(Replace(text.Text, prefix)),
            ListBlock list => list with { Items = [.. list.Items.Select(item => item with { Text = Replace(item.Text, prefix) })] },
            _ => block,
        })],
    };

    internal static string Replace(string text, string prefix)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
            return text;
        var replaced = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '/' && (i == 0 || !IsPartOfWord(text[i - 1])) && IsCommand(text.AsSpan(i + 1)))
                replaced.Append(prefix);
            else
                replaced.Append(text[i]);
        }

        return replaced.ToString();
    }

    private static string ReplaceFirst(string text, string prefix) =>
        text.StartsWith('/') && IsCommand(text.AsSpan(1)) ? prefix + text[1..] : text;

    private static bool IsCommand(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetter(text[length]) || text[length] == '-'))
            length++;
        if (length == 0 || (length < text.Length && (IsPartOfWord(text[length]) && text[length] is not ('.' or ':'))))
            return false;
        foreach (var command in CommandCatalogue.All)
        {
            if (IsFirstWordOf(command.Name, text[..length]) || IsFirstWordOf(command.FrenchName, text[..length]))
                return true;
        }

        return false;
    }

    /// <summary>A group stands for its commands.</summary>
    private static bool IsFirstWordOf(string name, ReadOnlySpan<char> word) =>
        name.AsSpan().StartsWith(word) && (name.Length == word.Length || name[word.Length] == ' ');

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character is '/' or ':' or '.' or '_' or '-' or '?' or '=' or '&';
}
