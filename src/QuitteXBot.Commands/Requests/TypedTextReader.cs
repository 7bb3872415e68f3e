using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Text;

namespace QuitteXBot.Commands.Requests;

/// <summary>Tells a typed command (<c>/why …</c>, <c>!pourquoi …</c>, <c>chercher …</c>) from a free question.</summary>
/// <remarks>The text is clean: see <see cref="UserText"/>.</remarks>
internal static class TypedTextReader
{
    public static TypedText Read(string text)
    {
        var prefixed = text.Length > 1 && text[0] is '/' or '!';
        var line = prefixed ? text[1..].TrimStart() : text;
        if (line.Length == 0 || !char.IsLetter(line[0]))
            return new FreeQuestion(text);

        var found = CommandNameReader.FindAtStart(line);
        var nameLength = found?.Length ?? CommandNameReader.WordLength(line, 0);
        var name = line[..nameLength];
        var rest = line[nameLength..].TrimStart();
        if (name.Length == 1 && rest.StartsWith("propos", StringComparison.OrdinalIgnoreCase) && name is "à" or "À" or "a" or "A")
            (name, rest) = ("a-propos", rest["propos".Length..].TrimStart());

        var definition = found?.Definition ?? CommandNameReader.Find(name) ?? (prefixed ? CommandNameReader.FindMistyped(name) : null);
        if (definition is null)
            return prefixed ? new UnknownCommand(CommandNameReader.Suggest(name)) : new FreeQuestion(text);

        var typed = OptionReader.Read(definition, rest, CommandNameReader.IsFrench(definition, name));
        return prefixed || typed is TypedCommand command && IsCommandWithoutPrefix(command, text) ? typed : new FreeQuestion(text);
    }

    /// <summary>Question words begin free questions too; the other names are nobody's first word by chance when nothing but values follows.</summary>
    private static bool IsCommandWithoutPrefix(TypedCommand command, string text) => command.Definition.Name switch
    {
        _ when command.Definition.Permission != Permission.Community => false,
        CommandNames.Confirm or CommandNames.Cancel => command.Rest.Length == 0,
        CommandNames.PrivacyErase or CommandNames.Suggest or CommandNames.Report => false,
        _ when command.Options.Length > 0 => true,
        CommandNames.Help or CommandNames.About or CommandNames.Privacy or CommandNames.Source or CommandNames.Reasons => command.Rest.Length == 0,
        CommandNames.Search or CommandNames.Quote or CommandNames.Compare => !text.EndsWith('?'),
        _ => false,
    };
}
