using System.Collections.Immutable;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Searches what was known on the day as of which is answered. The index knows no days: the store tells which of the hits it had by then.</summary>
internal sealed class DatedSearch(IKnowledge knowledge)
{
    /// <summary>So many of the best hits are asked for their day; what lies behind them is left out.</summary>
    private const int MostHits = 10_000;

    private const int PageSize = 500;

    public async Task<SearchResult> FindAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (knowledge.AsOf is null)
            return knowledge.Index.Search(query);
        var found = knowledge.Index.Search(query with { Offset = 0, Limit = MostHits });
        var statements = await StatementsAsync(found.Hits, cancellationToken).ConfigureAwait(false);
        var sources = await SourcesAsync(found.Hits, cancellationToken).ConfigureAwait(false);
        ImmutableArray<SearchHit> hits =
        [
            .. found.Hits.Where(hit => hit.Kind == DocumentKind.Statement
                ? statements.Contains(hit.Id)
                : ParagraphId.TryParse(hit.Id, out var paragraph) && sources.Contains(paragraph.SourceId)),
        ];
        return found with { Hits = [.. hits.Skip(query.Offset).Take(query.Limit)], Total = hits.Length };
    }

    private async Task<HashSet<string>> StatementsAsync(ImmutableArray<SearchHit> hits, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>();
        foreach (var some in hits.Where(hit => hit.Kind == DocumentKind.Statement).Chunk(PageSize))
        {
            var query = new StatementQuery { Ids = [.. some.Select(hit => hit.Id)], IncludeHeadings = true, Limit = PageSize };
            var page = await knowledge.Store.StatementsAsync(query, cancellationToken).ConfigureAwait(false);
            known.UnionWith(page.Items.Select(cited => cited.Statement.Id));
        }

        return known;
    }

    private async Task<HashSet<string>> SourcesAsync(ImmutableArray<SearchHit> hits, CancellationToken cancellationToken) =>
        hits.Any(hit => hit.Kind == DocumentKind.Paragraph)
            ? [.. (await knowledge.Store.ListSourcesAsync(cancellationToken).ConfigureAwait(false)).Select(source => source.Id)]
            : [];
}
