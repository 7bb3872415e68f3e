using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Handlers;

/// <summary>One statement, by its id or by words that it contains.</summary>
internal sealed class QuoteHandler : ICommandHandler
{
    private const int Candidates = 5;

    public string Command => CommandNames.Quote;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        if (inquiry.Arguments is { Id: null, Words: null })
            return Abstentions.Invalid(
                Command, inquiry.Texts, inquiry.Texts[TextKeys.QuoteMissing], inquiry.Texts.With(
                    TextKeys.ForExample, inquiry.Definition.Example.In(inquiry.Texts.Language)));
        var cited = inquiry.Arguments.Id is { } id
            ? await inquiry.Knowledge.Store.FindStatementAsync(id, cancellationToken).ConfigureAwait(false)
            : await FindAsync(inquiry, inquiry.Arguments.Words!, cancellationToken).ConfigureAwait(false);
        if (cited is not { Statement.Status: StatementStatus.Published })
            return inquiry.Reply(Outcome.NoStatement, inquiry.Texts[TextKeys.QuoteNothing]) with
            {
                Blocks = [new TextBlock(inquiry.Texts[TextKeys.SearchNothingMend])],
            };

        var quote = new QuoteViews(inquiry.Knowledge, inquiry.Texts).Of(cited);
        var organisation = cited.Statement.Attribution.OrganisationId is { } organisationId ? inquiry.Knowledge.Names.Find(organisationId) : null;
        return inquiry.Reply(Outcome.Answered, quote.OrganisationName ?? inquiry.Texts[TextKeys.QuoteTitle]) with
        {
            Organisation = organisation,
            Blocks = [new QuoteBlock(quote)],
            Statements = [quote],
            Actions = Actions(inquiry, quote, organisation?.Id),
        };
    }

    private static async Task<CitedStatement?> FindAsync(Inquiry inquiry, string words, CancellationToken cancellationToken)
    {
        var result = await new DatedSearch(inquiry.Knowledge)
            .FindAsync(new SearchQuery(words, DocumentKind.Statement, Limit: Candidates), cancellationToken).ConfigureAwait(false);
        foreach (var hit in result.Hits)
        {
            var cited = await inquiry.Knowledge.Store.FindStatementAsync(hit.Id, cancellationToken).ConfigureAwait(false);
            if (cited is { Statement.Status: StatementStatus.Published })
                return cited;
        }

        return null;
    }

    private static ImmutableArray<ReplyAction> Actions(Inquiry inquiry, QuoteView quote, string? organisationId)
    {
        var inContext = InContext.Action(quote, inquiry.Texts);
        if (organisationId is null)
            return [inContext];
        var options = ImmutableDictionary<string, string>.Empty.Add(OptionNames.Organisation, organisationId);
        return [inContext, new ReplyAction(ReplyActionKind.OtherStatements, inquiry.Texts[TextKeys.OtherStatements], CommandNames.Why, options)];
    }
}
