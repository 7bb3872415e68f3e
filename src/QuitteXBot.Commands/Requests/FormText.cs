using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;

namespace QuitteXBot.Commands.Requests;

/// <summary>A form that was filled in as text, where a platform has no forms: <c>field: value</c> lines.</summary>
public static class FormText
{
    /// <param name="command">The form's command.</param>
    /// <param name="known">The form's options.</param>
    /// <param name="firstField">The canonical name of the form's first field: what stands behind no field's name is its value.</param>
    /// <returns>What to execute the command with, or null where the text is too long or there is no such command.</returns>
    public static ImmutableDictionary<string, string>? Read(string command, ImmutableDictionary<string, string> known, string firstField, string text) =>
        text.Length <= AskLimits.LongestText && CommandCatalogue.Find(command) is { } definition
            ? known.SetItems(FieldTextReader.ReadFields(definition, text.ReplaceLineEndings("\n"), firstField))
            : null;
}
