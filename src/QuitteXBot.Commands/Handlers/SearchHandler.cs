using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Searches the statements first, then the paragraphs of the sources, which are shown as excerpts.</summary>
internal sealed class SearchHandler(ISnippeter snippeter) : ICommandHandler
{
    private const int PageSize = 5;

    private const int ExcerptLength = 400;

    public string Command => CommandNames.Search;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var organisationId = default(string);
        if (inquiry.Arguments.Organisation is { } name)
        {
            var (organisation, refusal) = Abstentions.Resolve(inquiry, name, OptionNames.Organisation);
            if (organisation is null)
                return refusal!;
            organisationId = organisation.Id;
            inquiry = inquiry.Knowing(organisation);
        }

        var (hits, total, corrections) = await FindAsync(inquiry, organisationId, cancellationToken).ConfigureAwait(false);
        var paging = new Paging(inquiry.Arguments.Page, PageSize, total);
        if (total == 0)
            return Nothing(inquiry);
        if (paging.IsBeyond)
            return paging.Beyond(inquiry);
        ImmutableArray<QuoteView> quotes = [.. await ShowAsync(inquiry, hits, cancellationToken).ConfigureAwait(false)];
        return quotes.IsEmpty ? Nothing(inquiry) : Answer(inquiry, quotes, paging, corrections);
    }

    /// <summary>One page of statements followed by paragraphs; only statements have reasons and organisations.</summary>
    private static async Task<SearchResult> FindAsync(Inquiry inquiry, string? organisationId, CancellationToken cancellationToken)
    {
        var search = new DatedSearch(inquiry.Knowledge);
        var words = inquiry.Arguments.Words!;
        var offset = (inquiry.Arguments.Page - 1) * PageSize;
        var statements = await search.FindAsync(
            new SearchQuery(words, DocumentKind.Statement, organisationId, inquiry.Arguments.Reason?.Key, Offset: offset, Limit: PageSize),
            cancellationToken).ConfigureAwait(false);
        if (organisationId is not null || inquiry.Arguments.Reason is not null)
            return statements;

        var room = PageSize - statements.Hits.Length;
        var paragraphs = await search.FindAsync(
            new SearchQuery(words, DocumentKind.Paragraph, Offset: Math.Max(0, offset - statements.Total), Limit: Math.Max(1, room)),
            cancellationToken).ConfigureAwait(false);
        return new SearchResult(
            room == 0 ? statements.Hits : [.. statements.Hits, .. paragraphs.Hits],
            statements.Total + paragraphs.Total,
            statements.Corrections.IsEmpty ? paragraphs.Corrections : statements.Corrections);
    }

    private async Task<IReadOnlyList<QuoteView>> ShowAsync(Inquiry inquiry, ImmutableArray<SearchHit> hits, CancellationToken cancellationToken)
    {
        var views = new QuoteViews(inquiry.Knowledge, inquiry.Texts);
        var store = inquiry.Knowledge.Store;
        var quotes = new List<QuoteView>(hits.Length);
        foreach (var hit in hits)
        {
            if (hit.Kind == DocumentKind.Statement)
            {
                // The store is the truth: what was withdrawn since the index was built is not shown.
                var cited = await store.FindStatementAsync(hit.Id, cancellationToken).ConfigureAwait(false);
                if (cited is { Statement.Status: StatementStatus.Published })
                    quotes.Add(views.Of(cited));
            }
            else if (ParagraphId.TryParse(hit.Id, out var paragraph))
            {
                var source = await store.FindSourceAsync(paragraph.SourceId, cancellationToken).ConfigureAwait(false);
                if (source is not null && CodePoints.Slice(source.Text, paragraph.Start, paragraph.End) is { Length: > 0 } text)
                {
                    var shown = snippeter.Snippet(text, inquiry.Arguments.Words!, ExcerptLength);
                    quotes.Add(views.Excerpt(source, paragraph.Start, paragraph.End, text, shown));
                }
            }
        }

        return quotes;
    }

    private static Reply Answer(Inquiry inquiry, ImmutableArray<QuoteView> quotes, Paging paging, ImmutableArray<WordCorrection> corrections)
    {
        var texts = inquiry.Texts;
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        if (!corrections.IsEmpty)
            blocks.Add(new TextBlock(texts.With(TextKeys.SearchedInstead, texts.List([.. corrections.Select(correction => correction.Searched)]))));
        blocks.AddRange(quotes.Select(quote => new QuoteBlock(quote)));
        if (paging.Line(texts) is { } line)
            blocks.Add(line);
        return inquiry.Reply(Outcome.Answered, texts.Count(TextKeys.SearchTitle, paging.Total)) with
        {
            Blocks = blocks.ToImmutable(),
            Statements = [.. quotes.Where(quote => !quote.IsExcerpt)],
            Actions = [.. InContext.Actions(quotes, texts), .. paging.Actions(inquiry)],
        };
    }

    private static Reply Nothing(Inquiry inquiry) => inquiry.Reply(Outcome.NoStatement, inquiry.Texts[TextKeys.SearchNothing]) with
    {
        Blocks = [new TextBlock(inquiry.Texts[TextKeys.SearchNothingMend])],
    };
}
