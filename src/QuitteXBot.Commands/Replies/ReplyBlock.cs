using System.Collections.Immutable;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Replies;

/// <summary>A piece of an answer, in the order in which it is read.</summary>
public abstract record ReplyBlock;

/// <summary>A remark of the bot's own, never a quote.</summary>
public sealed record TextBlock(string Text) : ReplyBlock;

/// <summary>A verbatim quote with its attribution and citation.</summary>
public sealed record QuoteBlock(QuoteView Quote) : ReplyBlock;

/// <summary>A fact: <c>Plateformes conservées</c>, <c>Facebook, Instagram</c>, and where it is read.</summary>
public sealed record FactBlock(string Label, string Value, string CitationLine, string? Url) : ReplyBlock;

/// <summary>A numbered or bulleted list.</summary>
public sealed record ListBlock(ImmutableArray<ReplyListItem> Items, bool Numbered) : ReplyBlock;

/// <param name="Text">The line itself.</param>
/// <param name="Detail">A second, fainter part: date, source.</param>
/// <param name="Url">Where it is read.</param>
public sealed record ReplyListItem(string Text, string? Detail = null, string? Url = null);

/// <summary>Counts shown as bars.</summary>
public sealed record BarsBlock(ImmutableArray<ReplyBar> Bars) : ReplyBlock;

public sealed record ReplyBar(string Label, int Value);

/// <summary>A quote as every platform shows it: the words, then one line on who, one on where, and remarks.</summary>
/// <param name="Text">The words to show: the quote verbatim, or a shortening that cuts at sentence ends only, each cut shown as <c>[…]</c>.</param>
/// <param name="IsExcerpt">Whether <paramref name="Text"/> is a paragraph of the source rather than somebody's words.</param>
/// <param name="AttributionLine"><c>Chaynesse Khirouni, présidente du Département — Département de Meurthe-et-Moselle</c>, or <c>non attribué</c>.</param>
/// <param name="CitationLine"><c>La Semaine, 20 janvier 2025</c>.</param>
/// <param name="Remarks"><c>Citation tronquée par la source.</c>, <c>Attribution déduite…</c>.</param>
public sealed record QuoteView(
    Statement Statement,
    Citation Citation,
    string? OrganisationName,
    string Text,
    bool IsExcerpt,
    string AttributionLine,
    string CitationLine,
    ImmutableArray<string> Remarks)
{
    /// <summary>Labels of the statement's reasons in the answer's language.</summary>
    public ImmutableArray<string> ReasonLabels { get; init; } = [];
}
