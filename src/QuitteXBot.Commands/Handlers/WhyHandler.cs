using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers;

/// <summary>
/// Why an organisation leaves X, in its own words: only published statements of that topic, no pull quotes. Where none is recorded, what is known of the departure
/// may be told, a quote or a reason may not.
/// </summary>
internal sealed class WhyHandler : ICommandHandler
{
    private const int PageSize = 10;

    public string Command => CommandNames.Why;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var (organisation, refusal) = Abstentions.Resolve(inquiry, inquiry.Arguments.Organisation!, OptionNames.Organisation);
        if (organisation is null)
            return refusal!;
        inquiry = inquiry.Knowing(organisation);
        var store = inquiry.Knowledge.Store;
        var query = new StatementQuery
        {
            OrganisationId = organisation.Id,
            Reason = inquiry.Arguments.Reason?.Key,
            Topic = StatementTopic.Why,
            Offset = (inquiry.Arguments.Page - 1) * PageSize,
            Limit = PageSize,
        };
        var statements = await store.StatementsAsync(query, cancellationToken).ConfigureAwait(false);
        var facts = new DepartureFacts(inquiry.Knowledge, inquiry.Texts);
        var departures = await facts.OfAsync(organisation, cancellationToken).ConfigureAwait(false);
        if (statements.Total == 0)
            return NoStatement.About(inquiry, organisation, departures, NothingSaid(inquiry));
        var paging = new Paging(inquiry.Arguments.Page, PageSize, statements.Total);
        if (paging.IsBeyond)
            return paging.Beyond(inquiry);

        var next = paging.Page == 1 && inquiry.Arguments.Reason is null
            ? await NextStatements.OfAsync(inquiry, organisation, cancellationToken).ConfigureAwait(false)
            : [];
        return Answer(inquiry, organisation, statements.Items, paging, next, departures);
    }

    private static Reply Answer(
        Inquiry inquiry,
        Organisation organisation,
        ImmutableArray<CitedStatement> statements,
        Paging paging,
        IReadOnlyList<QuoteView> next,
        IReadOnlyList<DepartureView> departures)
    {
        var views = new QuoteViews(inquiry.Knowledge, inquiry.Texts);
        var facts = new DepartureFacts(inquiry.Knowledge, inquiry.Texts);
        var quotes = views.Of(statements);
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.AddRange(quotes.Select(quote => new QuoteBlock(quote)));
        NextStatements.AddTo(blocks, next, inquiry.Texts);
        if (paging.Page == 1)
        {
            foreach (var departure in departures)
            {
                blocks.AddRange(facts.Dates(departure.Departure));
                blocks.AddRange(facts.Platforms(departure.Departure));
            }
        }

        if (paging.Line(inquiry.Texts) is { } line)
            blocks.Add(line);
        return inquiry.Reply(Outcome.Answered, Title(inquiry, organisation)) with
        {
            Organisation = organisation,
            Blocks = blocks.ToImmutable(),
            Statements = quotes,
            Departures = [.. departures],
            Actions = [.. InContext.Actions(quotes, inquiry.Texts), .. paging.Actions(inquiry)],
        };
    }

    private static string Title(Inquiry inquiry, Organisation organisation) => inquiry.Arguments.Reason is { } reason
        ? inquiry.Texts.With(TextKeys.WhyTitleReason, organisation.Name, inquiry.Texts.Reason(reason))
        : inquiry.Texts.With(TextKeys.WhyTitle, organisation.Name);

    private static string NothingSaid(Inquiry inquiry) => inquiry.Arguments.Reason is { } reason
        ? inquiry.Texts.With(TextKeys.WhyNothingReason, inquiry.Texts.Reason(reason))
        : inquiry.Texts[TextKeys.WhyNothing];
}
