using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Who left X: a list by pages, filtered. Where a reason is asked for, each organisation's own words give it.</summary>
internal sealed class WhoHandler : ICommandHandler
{
    private const int PageSize = 10;

    public string Command => CommandNames.Who;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var lister = new DepartureLister(inquiry.Knowledge);
        var paging = new Paging(inquiry.Arguments.Page, PageSize, 0);
        var page = await lister.ListAsync(inquiry.Arguments, (paging.Page - 1) * PageSize, PageSize, cancellationToken).ConfigureAwait(false);
        paging = paging with { Total = page.Total };
        var filters = FilterWords.Of(inquiry.Arguments, inquiry.Texts);
        var title = filters is null ? inquiry.Texts[TextKeys.WhoTitle] : inquiry.Texts.With(TextKeys.WhoTitleFiltered, filters);
        if (page.Total == 0)
            return inquiry.Reply(Outcome.NoStatement, title) with { Blocks = [new TextBlock(inquiry.Texts[TextKeys.WhoNothing])] };
        if (paging.IsBeyond)
            return paging.Beyond(inquiry);

        ImmutableArray<QuoteView> quotes = [.. await QuotesAsync(inquiry, page.Items, cancellationToken).ConfigureAwait(false)];
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.Add(new TextBlock(inquiry.Texts.Count(inquiry.Arguments.Kind == KindGroup.Person ? TextKeys.WhoPersons : TextKeys.WhoCount, page.Total)));
        blocks.Add(new ListBlock([.. page.Items.Select(entry => Item(inquiry, entry))], Numbered: false));
        blocks.AddRange(quotes.Select(quote => new QuoteBlock(quote)));
        if (paging.Line(inquiry.Texts) is { } line)
            blocks.Add(line);
        return inquiry.Reply(Outcome.Answered, title) with
        {
            Blocks = blocks.ToImmutable(),
            Statements = quotes,
            Departures = [.. page.Items.Select(entry => new DepartureView(Name(entry), entry.Organisation, entry.Departure))],
            Actions = [.. InContext.Actions(quotes, inquiry.Texts), .. paging.Actions(inquiry)],
        };
    }

    private static async Task<IReadOnlyList<QuoteView>> QuotesAsync(
        Inquiry inquiry, ImmutableArray<DepartureEntry> entries, CancellationToken cancellationToken)
    {
        if (inquiry.Arguments.Reason is not { } reason)
            return [];
        var views = new QuoteViews(inquiry.Knowledge, inquiry.Texts);
        var quotes = new List<QuoteView>();
        foreach (var entry in entries)
        {
            if (entry.Organisation is not { } organisation)
                continue;
            var query = new StatementQuery { OrganisationId = organisation.Id, Topic = StatementTopic.Why, Reason = reason.Key, Limit = 1 };
            var page = await inquiry.Knowledge.Store.StatementsAsync(query, cancellationToken).ConfigureAwait(false);
            quotes.AddRange(views.Of(page.Items));
        }

        return quotes;
    }

    private static ReplyListItem Item(Inquiry inquiry, DepartureEntry entry)
    {
        var texts = inquiry.Texts;
        var facts = new DepartureFacts(inquiry.Knowledge, texts);
        var (moment, citation) = facts.Moment(entry.Departure) ?? (texts[TextKeys.MomentUnknown], entry.Departure.Evidence[0].Citation);
        var details = new List<string> { $"{moment} ({texts.Citation(citation)})" };
        if (entry.Departure.Action != DepartureAction.Leaves)
            details.Insert(0, texts.Action(entry.Departure.Action));
        if (entry.Statements > 0)
            details.Add(texts.Count(TextKeys.Statements, entry.Statements));
        return new ReplyListItem(Name(entry), string.Join(" · ", details), citation.Url);
    }

    private static string Name(DepartureEntry entry) => entry.Organisation?.Name ?? entry.Departure.Person ?? string.Empty;
}
