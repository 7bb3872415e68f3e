using System.Collections.Immutable;
using System.Text;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Chat;

/// <summary>Asks for a form's fields one after another. An empty line keeps what a field has; <c>-</c> empties it; the word that cancels drops the form.</summary>
internal sealed class FormFiller(IChatInput input, IChatOutput output)
{
    private static readonly string[] Cancelling = ["/cancel", "/abandonner", "!cancel", "!abandonner"];

    /// <summary>The options to submit; null where the form was dropped or the input ended.</summary>
    public async Task<ImmutableDictionary<string, string>?> FillAsync(Reply reply, CancellationToken cancellationToken)
    {
        var form = reply.Form!;
        var options = form.Options.ToBuilder();
        await output.ShowAsync(reply with { Blocks = [], Actions = [] }, cancellationToken);
        foreach (var field in form.Fields)
        {
            await output.ShowAsync(reply with { Title = Prompt(field, reply.Language), Blocks = [], Actions = [] }, cancellationToken);
            var value = field.IsLong ? await ReadLinesAsync(cancellationToken) : await input.ReadLineAsync(cancellationToken);
            if (value is null || Array.Exists(Cancelling, word => word == value.Trim()))
                return null;
            if (value.Trim() == "-")
                options[field.Option] = "";
            else if (!string.IsNullOrWhiteSpace(value))
                options[field.Option] = value;
        }

        return options.ToImmutable();
    }

    private static string Prompt(FormField field, Language language)
    {
        var texts = Texts.In(language);
        var prompt = new StringBuilder(field.Label);
        if (field.Hint is { } hint)
            prompt.Append(" [").Append(hint).Append(']');
        if (field.Value is { Length: > 0 } value)
            prompt.Append(' ').Append(texts.With(TextKeys.ConsoleKeep, value));
        if (field.IsLong)
            prompt.Append(' ').Append(texts[TextKeys.ConsoleLines]);
        return prompt.ToString();
    }

    private async Task<string?> ReadLinesAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
                return string.Join('\n', lines);
            lines.Add(line);
            if (lines.Count == 1 && (line.Trim() == "-" || Array.Exists(Cancelling, word => word == line.Trim())))
                return line;
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
