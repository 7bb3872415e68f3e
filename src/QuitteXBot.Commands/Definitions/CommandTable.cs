using System.Text;
using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Commands.Definitions;

/// <summary>The README's tables of commands.</summary>
public static class CommandTable
{
    /// <summary>A Markdown table, one line a command, with a line end behind each line.</summary>
    /// <param name="permission">Only the commands that need just this.</param>
    public static string Markdown(Language language, Permission permission = Permission.Community)
    {
        var table = new StringBuilder();
        table.Append(language == Language.French
            ? "| commande | en anglais | ce qu’elle fait | exemple |\n"
            : "| command | in French | what it does | example |\n");
        table.Append("|---|---|---|---|\n");
        foreach (var command in CommandCatalogue.All.Where(command => command.Permission == permission))
        {
            var other = language == Language.French ? command.Name : command.FrenchName;
            table.Append("| `").Append(Escape(CommandUsage.Of(command, language))).Append("` | `/").Append(other).Append("` | ")
                .Append(Escape(command.Summary.In(language))).Append(" | `").Append(Escape(command.Example.In(language))).Append("` |\n");
        }

        return table.ToString();
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
