using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Matrix.Conversation;

namespace QuitteXBot.Matrix.Rendering;

/// <summary>What can be done with an answer, by a reaction or by typing.</summary>
internal static class ActionHints
{
    private static readonly string[] Numbers = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"];

    public static MatrixMessage? For(Reply reply, string prefix)
    {
        var isFrench = reply.Language == Language.French;
        var lines = new List<string>();
        var numbered = Reactions.Numbered(reply.Actions, action => action.Kind);
        if (numbered.Length > 0)
            lines.Add(isFrench ? "Répondez par le numéro ou réagissez avec 1️⃣, 2️⃣…" : "Reply with the number or react with 1️⃣, 2️⃣…");
        for (var i = 0; i < numbered.Length; i++)
        {
            // The names to choose from are in the list above.
            if (numbered[i].Kind == ReplyActionKind.Step)
                lines.Add($"{NumberAt(i)} {PlainText.Line(numbered[i].Label)}");
        }

        var hints = Reactions.Shown
            .Select(kind => reply.Actions.FirstOrDefault(action => action.Kind == kind))
            .OfType<ReplyAction>()
            .Select(action => $"{Reactions.EmojiOf(action.Kind)} {PlainText.Line(action.Label)}{Typed(action, reply.Language, prefix)}");
        var line = string.Join(" · ", hints);
        if (line.Length > 0)
            lines.Add(line);
        if (lines.Count == 0)
            return null;
        var text = string.Join('\n', lines);
        return new(text, $"<p><em>{HtmlText.Escape(text)}</em></p>");
    }

    private static string NumberAt(int index) => index < Numbers.Length ? Numbers[index] : string.Create(CultureInfo.InvariantCulture, $"{index + 1}.");

    /// <summary>
    /// What else than the reaction does it. A preview need not be named: the last one is meant. With the way to a quote's context goes its id, by which moderators change it.
    /// </summary>
    private static string Typed(ReplyAction action, Language language, string prefix)
    {
        var options = action.Command is CommandNames.Confirm or CommandNames.Cancel ? ImmutableDictionary<string, string>.Empty
            : action.Kind == ReplyActionKind.InContext ? action.Options
            : null;
        return options is null ? "" : $" ({CommandMarks.Replace(TypedForm.Of(action.Command, options, language), prefix)})";
    }
}
