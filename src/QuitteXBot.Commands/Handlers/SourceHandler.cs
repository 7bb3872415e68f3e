using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers;

/// <summary>The sources, one source with all its quotes (pull quotes included), or one quote in the paragraph around it.</summary>
internal sealed class SourceHandler : ICommandHandler
{
    private const int PageSize = 10;

    public string Command => CommandNames.Source;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        if (inquiry.Arguments.Id is not { } id)
            return await ListAsync(inquiry, cancellationToken).ConfigureAwait(false);
        if (await inquiry.Knowledge.Store.FindSourceAsync(id, cancellationToken).ConfigureAwait(false) is { } source)
            return await ShowAsync(inquiry, source, cancellationToken).ConfigureAwait(false);
        var cited = await inquiry.Knowledge.Store.FindStatementAsync(id, cancellationToken).ConfigureAwait(false);
        if (cited is { Statement.Status: StatementStatus.Published })
            return await ShowInContextAsync(inquiry, cited, cancellationToken).ConfigureAwait(false);
        return Abstentions.Invalid(Command, inquiry.Texts, inquiry.Texts[TextKeys.SourceUnknown], inquiry.Texts[TextKeys.SourceUnknownMend]);
    }

    private static async Task<Reply> ListAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var sources = await inquiry.Knowledge.Store.ListSourcesAsync(cancellationToken).ConfigureAwait(false);
        if (sources.Count == 0)
            return inquiry.Reply(Outcome.NoStatement, texts[TextKeys.SourcesTitle]) with { Blocks = [new TextBlock(texts[TextKeys.SourcesNothing])] };
        var paging = new Paging(inquiry.Arguments.Page, PageSize, sources.Count);
        if (paging.IsBeyond)
            return paging.Beyond(inquiry);
        var items = sources.Skip((paging.Page - 1) * PageSize).Take(PageSize).Select(source => Item(texts, source));
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.Add(new ListBlock([.. items], Numbered: false));
        if (paging.Line(texts) is { } line)
            blocks.Add(line);
        return inquiry.Reply(Outcome.Answered, texts[TextKeys.SourcesTitle]) with { Blocks = blocks.ToImmutable(), Actions = paging.Actions(inquiry) };
    }

    private static ReplyListItem Item(Texts texts, SourceSummary source)
    {
        var citation = texts.Citation(new Citation(source.Id, source.Outlet, source.Title, source.Published, null));
        var title = source.Title is { } name ? $"{name} — {citation}" : citation;
        return new ReplyListItem(title, $"{source.Id} · {texts.Count(TextKeys.Statements, source.Statements)}");
    }

    private static async Task<Reply> ShowAsync(Inquiry inquiry, Source source, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var query = new StatementQuery
        {
            SourceId = source.Id,
            IncludeHeadings = true,
            Offset = (inquiry.Arguments.Page - 1) * PageSize,
            Limit = PageSize,
        };
        var page = await inquiry.Knowledge.Store.StatementsAsync(query, cancellationToken).ConfigureAwait(false);
        var paging = new Paging(inquiry.Arguments.Page, PageSize, page.Total);
        if (paging.IsBeyond)
            return paging.Beyond(inquiry);
        var views = new QuoteViews(inquiry.Knowledge, texts);
        var quotes = views.Of([.. page.Items.OrderBy(cited => cited.Statement.Quote.Start)]);
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.AddRange(About(texts, source));
        blocks.Add(new TextBlock(texts.Count(TextKeys.Statements, page.Total)));
        blocks.AddRange(quotes.Select(quote => new QuoteBlock(quote)));
        if (paging.Line(texts) is { } line)
            blocks.Add(line);
        return inquiry.Reply(Outcome.Answered, Title(texts, source)) with
        {
            Blocks = blocks.ToImmutable(),
            Statements = quotes,
            Actions = [.. InContext.Actions(quotes, texts), .. paging.Actions(inquiry)],
        };
    }

    private static IEnumerable<ReplyBlock> About(Texts texts, Source source)
    {
        var citation = texts.Citation(Cite(source));
        if (source.Author is { } author)
            yield return new FactBlock(texts[TextKeys.FactAuthor], author, citation, source.Url);
        if (source.Url is { } url)
            yield return new FactBlock(texts[TextKeys.FactAddress], url, citation, url);
        if (source.ArchiveUrl is { } archive)
            yield return new FactBlock(texts[TextKeys.FactArchive], archive, citation, archive);
        if (source.RightsNote is { } rights)
            yield return new FactBlock(texts[TextKeys.FactRights], rights, citation, source.Url);
    }

    private static async Task<Reply> ShowInContextAsync(Inquiry inquiry, CitedStatement cited, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var views = new QuoteViews(inquiry.Knowledge, texts);
        var quote = views.Of(cited);
        var source = await inquiry.Knowledge.Store.FindSourceAsync(cited.Citation.SourceId, cancellationToken).ConfigureAwait(false);
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.Add(new QuoteBlock(quote));
        if (source is not null && Paragraphs.Around(source.Text, cited.Statement.Quote.Start, cited.Statement.Quote.End) is { } around
            && CodePoints.Slice(source.Text, around.Start, around.End) is { } text)
        {
            blocks.Add(new TextBlock(texts[TextKeys.InItsContext]));
            blocks.Add(new QuoteBlock(views.Excerpt(source, around.Start, around.End, text, text)));
        }

        return inquiry.Reply(Outcome.Answered, source is null ? texts[TextKeys.QuoteTitle] : Title(texts, source)) with
        {
            Organisation = cited.Statement.Attribution.OrganisationId is { } id ? inquiry.Knowledge.Names.Find(id) : null,
            Blocks = blocks.ToImmutable(),
            Statements = [quote],
            Actions =
            [
                new ReplyAction(
                    ReplyActionKind.OtherStatements,
                    texts[TextKeys.WholeSource],
                    CommandNames.Source,
                    ImmutableDictionary<string, string>.Empty.Add(OptionNames.Id, cited.Citation.SourceId)),
            ],
        };
    }

    private static Citation Cite(Source source) => new(source.Id, source.Outlet, source.Title, source.Published, source.Url);

    private static string Title(Texts texts, Source source) =>
        source.Title is { } title ? $"{title} — {texts.Citation(Cite(source))}" : texts.Citation(Cite(source));
}
