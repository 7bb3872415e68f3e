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

    private static bool IsCommand(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetter(text[length]) || text[length] == '-'))
            length++;
        if (length == 0 || (length < text.Length && (IsPartOfWord(text[length]) && text[length] is not ('.' or ':'))))
            return false;
        foreach (var command in CommandCatalogue.All)
        {
            if (text[..length].SequenceEqual(command.Name) || text[..length].SequenceEqual(command.FrenchName))
                return true;
        }

        return false;
    }

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character is '/' or ':' or '.' or '_' or '-' or '?' or '=' or '&';
}
