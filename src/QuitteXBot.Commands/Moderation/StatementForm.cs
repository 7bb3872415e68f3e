using System.Collections.Immutable;
using System.Text;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Handlers;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Moderation;

/// <summary>The form of a statement: what was said by whom, and where it is read and what it means. Discord shows one part at a time.</summary>
internal static class StatementForm
{
    /// <summary>Discord's longest value of a field.</summary>
    private const int LongestQuote = 4_000;

    private static readonly string[] Words = [OptionNames.Quote, OptionNames.Speaker, OptionNames.Role, OptionNames.Url, OptionNames.SaidOn];
    private static readonly string[] Source = [OptionNames.Outlet, OptionNames.Title, OptionNames.Published, OptionNames.Reasons];

    /// <param name="draft">The id under which the fields are kept meanwhile.</param>
    /// <param name="part">1 or 2: which fields come first.</param>
    public static Reply Ask(Inquiry inquiry, StatementFields fields, string draft, int part)
    {
        var texts = inquiry.Texts;
        var options = ImmutableDictionary<string, string>.Empty.Add(OptionNames.Draft, draft);
        if (fields.StatementId is { } id)
            options = options.Add(OptionNames.Id, id);
        string[] organisation = fields.Organisation is null ? [OptionNames.Organisation] : [];
        string[] names = part == 2 ? [.. Source, .. organisation, .. Words] : [.. organisation, .. Words, .. Source];
        var form = new ReplyForm(
            texts[fields.StatementId is null ? TextKeys.FormTitleAdd : TextKeys.FormTitleEdit],
            inquiry.Definition.Name,
            options,
            [.. names.Select(name => Field(inquiry, fields, name))]);
        return Show(inquiry, form);
    }

    /// <summary>A form, and in the blocks how to type the same.</summary>
    public static Reply Show(Inquiry inquiry, ReplyForm form) => inquiry.Reply(Outcome.Form, form.Title) with
    {
        Form = form,
        Private = true,
        Blocks = [new TextBlock(inquiry.Texts[TextKeys.FormIntroduction]), new TextBlock(Template(form, inquiry.Texts))],
    };

    /// <summary>
    /// What stands in it is recorded when it is sent back, so that there are no examples in it. Reasons that are left out are proposed by the vocabulary; empty they are none.
    /// </summary>
    private static string Template(ReplyForm form, Texts texts)
    {
        var template = new StringBuilder(TypedForm.Of(form.Command, form.Options, texts.Language));
        foreach (var field in form.Fields.Where(field => field.Value is not null || field.Option != OptionNames.Reasons))
            template.Append('\n').Append(field.TypedName).Append(texts.Language == Language.French ? "\u00A0: " : ": ").Append(field.Value);
        return template.ToString();
    }

    private static FormField Field(Inquiry inquiry, StatementFields fields, string name)
    {
        var (label, hint) = name switch
        {
            OptionNames.Organisation => (TextKeys.FieldOrganisation, null),
            OptionNames.Quote => (TextKeys.FieldQuote, TextKeys.HintQuote),
            OptionNames.Speaker => (TextKeys.FieldSpeaker, TextKeys.HintSpeaker),
            OptionNames.Role => (TextKeys.FieldRole, TextKeys.HintRole),
            OptionNames.Url => (TextKeys.FieldUrl, TextKeys.HintUrl),
            OptionNames.Outlet => (TextKeys.FieldOutlet, TextKeys.HintOutlet),
            OptionNames.Title => (TextKeys.FieldTitle, null),
            OptionNames.Published => (TextKeys.FieldPublished, TextKeys.HintDate),
            OptionNames.SaidOn => (TextKeys.FieldSaidOn, TextKeys.HintDate),
            _ => (TextKeys.FieldReasons, (string?)TextKeys.HintReasons),
        };
        return Of(inquiry, name, label, hint, fields.Value(name), required: name is OptionNames.Quote or OptionNames.Organisation);
    }

    public static FormField Of(Inquiry inquiry, string option, string label, string? hint, string? value, bool required)
    {
        var texts = inquiry.Texts;
        var definition = inquiry.Definition.Options.First(candidate => candidate.Name == option);
        var isLong = definition.Kind == OptionKind.Verbatim;
        return new FormField(
            option,
            texts.Language == Language.French ? definition.FrenchName : definition.Name,
            texts[label],
            value,
            hint is null ? null : texts[hint],
            required,
            isLong,
            isLong ? LongestQuote : 300);
    }
}
