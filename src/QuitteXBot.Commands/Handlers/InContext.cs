using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers;

/// <summary>The way from a quote to the paragraph that it stands in.</summary>
internal static class InContext
{
    public static ReplyAction Action(QuoteView quote, Texts texts) => new(
        ReplyActionKind.InContext,
        texts[TextKeys.InContext],
        CommandNames.Source,
        ImmutableDictionary<string, string>.Empty.Add(OptionNames.Id, quote.Statement.Id));
}
