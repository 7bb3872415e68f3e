using System.Text;
using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Commands.Definitions;

/// <summary>How a command is typed: <c>/why organisation [reason]</c>. Page, language and visibility go without saying.</summary>
public static class CommandUsage
{
    public static string Of(CommandDefinition command, Language language)
    {
        var usage = new StringBuilder("/").Append(language == Language.French ? command.FrenchName : command.Name);
        foreach (var option in command.Options)
        {
            if (option.Kind is OptionKind.Page or OptionKind.Language or OptionKind.Visibility)
                continue;
            var name = language == Language.French ? option.FrenchName : option.Name;
            usage.Append(option.Required ? $" {name}" : $" [{name}]");
        }

        return usage.ToString();
    }
}
