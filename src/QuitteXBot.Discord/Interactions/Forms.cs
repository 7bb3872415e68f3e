using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Forms of replies as Discord's modals.</summary>
internal static class Forms
{
    /// <summary>
    /// The modal with the first five fields, or null where there is none to show. A value longer than a field may hold is left out rather than cut:
    /// the draft behind the form keeps it.
    /// </summary>
    /// <param name="inPlace">Whether what comes of it takes the place of the message that it is opened from.</param>
    public static Modal? Of(ReplyForm form, Language language, ulong user, bool inPlace, ComponentCodec codec)
    {
        var fields = form.Fields.Where(field => (field.Value?.Length ?? 0) <= Longest(field)).Take(DiscordLimits.FormFields).ToImmutableArray();
        if (fields.IsEmpty)
            return null;

        // What is asked for is told by the form, and not by what stood there before.
        var options = form.Options.RemoveRange(form.Fields.Select(field => field.Option));
        var state = new ComponentState(ComponentKind.Form, QuestionKind.Command, language, user, inPlace ? 1 : 0, form.Command, options);
        return codec.Encode(state).Id is { } id
            ? new Modal(id, PlainText.Shorten(form.Title, DiscordLimits.FormTitle), [.. fields.Select(Field)])
            : null;
    }

    private static ModalField Field(FormField field) => new(
        field.Option,
        PlainText.Shorten(field.Label, DiscordLimits.FieldLabel),
        field.IsLong,
        field.Required,
        Longest(field),
        field.Hint is null ? null : PlainText.Shorten(field.Hint, DiscordLimits.Placeholder),
        field.Value is { Length: > 0 } value ? value : null);

    private static int Longest(FormField field) => Math.Min(field.MaximumLength, DiscordLimits.TextInput);
}
