using System.Globalization;
using System.Text;
using System.Text.Json;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Matrix.Rendering;

/// <summary>
/// Turns an answer into a Matrix message. Both forms have the same content in the same order, and the words of a quote can be read back
/// from each of them byte for byte.
/// </summary>
public static class MatrixRenderer
{
    /// <summary>Bytes of both forms in JSON. An event may have 65,536, and an edit carries the plain form twice.</summary>
    public const int Budget = 36_000;

    private const int OpenQuotes = 3;

    /// <param name="prefix">What commands begin with in the room that the message goes to.</param>
    public static MatrixMessage Render(Reply reply, string prefix = "!")
    {
        reply = CommandMarks.WithPrefix(reply, prefix);
        var title = PlainText.Line(reply.Title);
        var pieces = reply.Blocks.Select(block => reply.Form is not null && block is TextBlock form
            // What is sent back must be what was there: not a space more in front of a quote within the quote.
            ? new MatrixMessage(form.Text, $"<p>{HtmlText.Escape(form.Text)}</p>")
            : BlockRenderer.Render(block, reply.Language)).ToList();
        var hints = ActionHints.For(reply, prefix);
        var left = Budget - Size(new(title, $"<p><strong>{HtmlText.Escape(title)}</strong></p>")) - (hints is null ? 0 : Size(hints)) - 400;
        var shown = 0;
        while (shown < pieces.Count && (left -= Size(pieces[shown])) >= 0)
            shown++;

        var body = new StringBuilder(PlainText.Remark(title));
        var html = new StringBuilder($"<p><strong>{HtmlText.Escape(title)}</strong></p>");
        var folded = FoldFrom(reply, shown);
        for (var i = 0; i < shown; i++)
        {
            if (i == folded)
                html.Append(CultureInfo.InvariantCulture, $"<details><summary>{(reply.Language == Language.French ? "Suite" : "More")} ({shown - folded})</summary>");
            Append(pieces[i]);
        }

        if (folded < shown)
            html.Append("</details>");
        if (shown < pieces.Count)
            Append(CutOff(reply.Language, pieces.Count - shown));
        if (hints is not null)
            Append(hints);
        return new MatrixMessage(body.ToString(), html.ToString());

        void Append(MatrixMessage piece)
        {
            body.Append("\n\n").Append(piece.Body);
            html.Append(piece.Html);
        }
    }

    /// <summary>The first block to fold away: what comes behind the third quote's neighbours, when there are more quotes.</summary>
    private static int FoldFrom(Reply reply, int shown)
    {
        var quotes = 0;
        for (var i = 0; i < shown; i++)
        {
            if (reply.Blocks[i] is QuoteBlock && ++quotes > OpenQuotes)
                return i;
        }

        return shown;
    }

    private static MatrixMessage CutOff(Language language, int count)
    {
        var text = language == Language.French
            ? $"La réponse est trop longue pour un message\u00A0: {count} élément(s) ne sont pas montrés."
            : $"The answer is too long for one message: {count} item(s) are not shown.";
        return new(text, $"<p><em>{HtmlText.Escape(text)}</em></p>");
    }

    private static int Size(MatrixMessage message) =>
        JsonEncodedText.Encode(message.Body, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length
        + JsonEncodedText.Encode(message.Html, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;
}
