using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers;

/// <summary>The way from a quote to the paragraph that it stands in.</summary>
internal static class InContext
{
    /// <summary>One action a quote; excerpts are their own context.</summary>
    public static ImmutableArray<ReplyAction> Actions(ImmutableArray<QuoteView> quotes, Texts texts) =>
        [.. quotes.Where(quote => !quote.IsExcerpt).Select(quote => Action(quote, texts))];

    public static ReplyAction Action(QuoteView quote, Texts texts) => new(
        ReplyActionKind.InContext,
        texts[TextKeys.InContext],
        CommandNames.Source,
        ImmutableDictionary<string, string>.Empty.Add(OptionNames.Id, quote.Statement.Id));
}
