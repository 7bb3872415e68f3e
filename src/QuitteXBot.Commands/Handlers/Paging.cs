using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Pages of a longer list, and the way between them.</summary>
internal readonly record struct Paging(int Page, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public bool IsBeyond => Total > 0 && Page > Pages;

    /// <summary>«Page 2 sur 5», or null where one page holds all.</summary>
    public TextBlock? Line(Texts texts) => Pages == 1 ? null : new TextBlock(texts.With(TextKeys.PageOf, Page, Pages));

    public ImmutableArray<ReplyAction> Actions(Inquiry inquiry)
    {
        var actions = ImmutableArray.CreateBuilder<ReplyAction>();
        if (Page > 1)
            actions.Add(Turn(inquiry, ReplyActionKind.PreviousPage, TextKeys.PreviousPage, Math.Min(Page - 1, Pages)));
        if (Page < Pages)
            actions.Add(Turn(inquiry, ReplyActionKind.NextPage, TextKeys.NextPage, Page + 1));
        return actions.ToImmutable();
    }

    public Reply Beyond(Inquiry inquiry) => Abstentions.Invalid(
        inquiry.Definition.Name, inquiry.Texts, inquiry.Texts[TextKeys.PageBeyond], inquiry.Texts.Count(TextKeys.PageBeyondMend, Pages));

    private static ReplyAction Turn(Inquiry inquiry, ReplyActionKind kind, string label, int page) => new(
        kind, inquiry.Texts[label], inquiry.Definition.Name, inquiry.With(OptionNames.Page, page.ToString(CultureInfo.InvariantCulture)));
}
