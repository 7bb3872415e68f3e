using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Matrix.Conversation;

namespace QuitteXBot.Matrix.Rendering;

/// <summary>Which reactions do something with an answer.</summary>
internal static class ActionHints
{
    public static MatrixMessage? For(Reply reply)
    {
        var hints = new List<string>();
        if (reply.Actions.Any(action => action.Kind == ReplyActionKind.Choose))
            hints.Add(reply.Language == Language.French ? "Répondez par le numéro ou réagissez avec 1️⃣, 2️⃣…" : "Reply with the number or react with 1️⃣, 2️⃣…");
        foreach (var kind in Reactions.Shown)
        {
            if (reply.Actions.FirstOrDefault(action => action.Kind == kind) is { } action)
                hints.Add($"{Reactions.EmojiOf(kind)} {PlainText.Line(action.Label)}");
        }

        if (hints.Count == 0)
            return null;
        var text = string.Join(" · ", hints);
        return new(text, $"<p><em>{HtmlText.Escape(text)}</em></p>");
    }
}
