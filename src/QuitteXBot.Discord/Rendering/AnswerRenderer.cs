using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Rendering;

/// <summary>Replies as Discord's messages: one embed a page, or plain text where embeds are off; buttons below.</summary>
internal sealed class AnswerRenderer(ComponentCodec codec)
{
    private const int Blue = 0x3B6EA8;
    private const int Grey = 0x7A7F87;

    /// <summary>Keeps title, description and footer together under the 6,000 characters of all embeds.</summary>
    private const int EmbedPage = 3_900;

    /// <summary>How long a question at the foot may be without taking from the room for the answer.</summary>
    private const int FootRoom = 1_600;
    private const int PlainPage = DiscordLimits.Content - 450;

    public OutgoingMessage Render(Reply reply, AnswerContext context)
    {
        var asked = context.Question == QuestionKind.Command ? AskedText.Of(context.Options, context.PlainText) : null;
        var pages = ReplyPages.Of(reply, PageSize(asked, context.PlainText));
        var number = Math.Clamp(context.Page, 0, pages.Length - 1);
        var actions = new ActionRows(codec, reply, context with { Page = number }, pages.Length, asked);
        var rows = actions.Build();
        string?[] foot =
        [
            pages.Length > 1 ? string.Format(CultureInfo.InvariantCulture, UiTexts.In(reply.Language).Page, number + 1, pages.Length) : null,
            actions.LeanOnText ? AskedText.Write(asked!) : null,
        ];
        var footer = string.Join(" · ", foot.Where(part => part is not null));
        var message = context.PlainText ? Plain(reply, pages[number], footer) : Rich(reply, pages[number], footer);
        return WithFile(message, reply) with { Ephemeral = context.Ephemeral, Rows = rows };
    }

    /// <summary>A long question at the foot takes from the room for the answer.</summary>
    private static int PageSize(string? asked, bool plainText) =>
        plainText ? PlainPage - (asked is null ? 0 : Markdown.Escape(AskedText.Write(asked)).Length) : EmbedPage - Math.Max(0, (asked?.Length ?? 0) - FootRoom);

    /// <summary>A remark of the surface itself, only for the one who pressed or asked.</summary>
    public static OutgoingMessage Remark(string text) => new() { Content = Markdown.Escape(text), Ephemeral = true };

    private static OutgoingMessage WithFile(OutgoingMessage message, Reply reply)
    {
        if (reply.File is not { } file)
            return message;
        if (file.Content.Length <= DiscordLimits.File)
            return message with { File = new DiscordFile(file.Name, file.MediaType, file.Content) };
        var why = string.Format(CultureInfo.InvariantCulture, UiTexts.In(reply.Language).FileTooLong, file.Name, DiscordLimits.File / 1_048_576);
        return message with { Content = message.Content is null ? Markdown.Escape(why) : $"{message.Content}\n\n{Markdown.Escape(why)}" };
    }

    private static OutgoingMessage Rich(Reply reply, string page, string footer) => new()
    {
        Embeds =
        [
            new Embed(Title(reply), page.Length == 0 ? null : page, footer.Length == 0 ? null : footer, reply.Outcome is Outcome.Answered or Outcome.Preview or Outcome.Done ? Blue : Grey),
        ],
    };

    private static OutgoingMessage Plain(Reply reply, string page, string footer)
    {
        var parts = new[] { $"**{Title(reply)}**", page, footer.Length == 0 ? "" : $"-# {Markdown.Escape(footer)}" };
        return new OutgoingMessage { Content = string.Join("\n\n", parts.Where(part => part.Length > 0)), SuppressEmbeds = true };
    }

    /// <summary>Escaping can lengthen a title, so it is shortened until the escaped one fits.</summary>
    private static string Title(Reply reply)
    {
        var title = reply.Title.ReplaceLineEndings(" ");
        for (var most = DiscordLimits.EmbedTitle; ; most -= 16)
        {
            var escaped = Markdown.Escape(PlainText.Shorten(title, most));
            if (escaped.Length <= DiscordLimits.EmbedTitle)
                return escaped.Length == 0 ? "…" : escaped;
        }
    }

    internal static ImmutableArray<string> PagesOf(Reply reply, bool plainText) => ReplyPages.Of(reply, plainText ? PlainPage : EmbedPage);
}
