using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers;

/// <summary>What an organisation says of what comes next: shown under a label of its own, never as a reason.</summary>
internal static class NextStatements
{
    private const int Most = 5;

    public static async Task<IReadOnlyList<QuoteView>> OfAsync(Inquiry inquiry, Organisation organisation, CancellationToken cancellationToken)
    {
        var query = new StatementQuery { OrganisationId = organisation.Id, Topic = StatementTopic.Next, Limit = Most };
        var page = await inquiry.Knowledge.Store.StatementsAsync(query, cancellationToken).ConfigureAwait(false);
        var views = new QuoteViews(inquiry.Knowledge, inquiry.Texts);
        return page.Items.IsEmpty ? [] : views.Of(page.Items);
    }

    public static void AddTo(ImmutableArray<ReplyBlock>.Builder blocks, IReadOnlyList<QuoteView> next, Texts texts)
    {
        if (next.Count == 0)
            return;
        blocks.Add(new TextBlock(texts[TextKeys.WhatComesNext]));
        foreach (var quote in next)
            blocks.Add(new QuoteBlock(quote));
    }
}
