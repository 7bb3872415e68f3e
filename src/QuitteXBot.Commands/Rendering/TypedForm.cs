using System.Collections.Immutable;
using System.Text;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Commands.Rendering;

/// <summary>A command as one would type it to get it: <c>/source s0123456789ab</c>, <c>/qui lieu:region-53 page:2</c>.</summary>
public static class TypedForm
{
    public static string Of(string command, ImmutableDictionary<string, string> options, Language language)
    {
        if (CommandCatalogue.Find(command) is not { } definition)
            return string.Empty;
        var isFrench = language == Language.French;
        var typed = new StringBuilder("/").Append(isFrench ? definition.FrenchName : definition.Name);
        foreach (var option in definition.Options)
        {
            if (!options.TryGetValue(option.Name, out var value))
                continue;
            // Free words are the asker's own: they are not repeated.
            if (option.Kind == OptionKind.Text)
                value = "…";
            var quoted = value.Contains(' ') ? $"\"{value}\"" : value;
            if (option == definition.Options[0] && options.Count == 1)
                typed.Append(' ').Append(quoted);
            else
                typed.Append(' ').Append(isFrench ? option.FrenchName : option.Name).Append(':').Append(quoted);
        }

        return typed.ToString();
    }
}
