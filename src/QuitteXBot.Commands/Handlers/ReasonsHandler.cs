using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Which reasons are given and how often: by all who match, or by one organisation in its statements.</summary>
internal sealed class ReasonsHandler : ICommandHandler
{
    /// <summary>More statements than any one organisation has made.</summary>
    private const int MostStatements = 500;

    public string Command => CommandNames.Reasons;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        if (inquiry.Arguments.Organisation is not { } name)
            return await OfAllAsync(inquiry, cancellationToken).ConfigureAwait(false);
        var (organisation, refusal) = Abstentions.Resolve(inquiry, name, OptionNames.Organisation);
        return organisation is null ? refusal! : await OfOneAsync(inquiry, organisation, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Reply> OfAllAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var counts = await new DepartureLister(inquiry.Knowledge).CountReasonsAsync(inquiry.Arguments, cancellationToken).ConfigureAwait(false);
        var filters = FilterWords.Of(inquiry.Arguments, texts);
        var title = filters is null ? texts[TextKeys.ReasonsTitle] : texts.With(TextKeys.ReasonsTitleFiltered, filters);
        if (counts.Count == 0)
            return inquiry.Reply(Outcome.NoStatement, title) with { Blocks = [new TextBlock(texts[TextKeys.ReasonsNothing])] };
        var bars = counts.Select(count => new ReplyBar(texts.Reason(inquiry.Knowledge.Catalogue, count.Reason), count.Organisations));
        return inquiry.Reply(Outcome.Answered, title) with
        {
            Blocks = [new TextBlock(texts[TextKeys.ReasonsByOrganisation]), new BarsBlock([.. bars])],
        };
    }

    private static async Task<Reply> OfOneAsync(Inquiry inquiry, Organisation organisation, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var counts = await CountAsync(inquiry, organisation, cancellationToken).ConfigureAwait(false);
        if (counts.Count == 0)
        {
            var departures = await new DepartureFacts(inquiry.Knowledge, texts).OfAsync(organisation, cancellationToken).ConfigureAwait(false);
            return NoStatement.About(inquiry, organisation, departures, texts[TextKeys.WhyNothing]);
        }

        var bars = counts.Select(count => new ReplyBar(texts.Reason(inquiry.Knowledge.Catalogue, count.Reason), count.Statements));
        return inquiry.Reply(Outcome.Answered, texts.With(TextKeys.ReasonsTitleFiltered, organisation.Name)) with
        {
            Organisation = organisation,
            Blocks = [new TextBlock(texts[TextKeys.ReasonsByStatement]), new BarsBlock([.. bars])],
            Actions =
            [
                new ReplyAction(
                    ReplyActionKind.OtherStatements,
                    texts[TextKeys.SeeStatements],
                    CommandNames.Why,
                    ImmutableDictionary<string, string>.Empty.Add(OptionNames.Organisation, organisation.Id)),
            ],
        };
    }

    /// <summary>How many of the organisation's "why" statements give each reason, most first, then in the catalogue's order.</summary>
    public static async Task<IReadOnlyList<(string Reason, int Statements)>> CountAsync(
        Inquiry inquiry, Organisation organisation, CancellationToken cancellationToken)
    {
        var query = new StatementQuery { OrganisationId = organisation.Id, Topic = StatementTopic.Why, Limit = MostStatements };
        var page = await inquiry.Knowledge.Store.StatementsAsync(query, cancellationToken).ConfigureAwait(false);
        return
        [
            .. inquiry.Knowledge.Catalogue.Reasons
                .Select(reason => (reason.Key, page.Items.Count(cited => cited.Statement.Reasons.Contains(reason.Key))))
                .Where(count => count.Item2 > 0)
                .OrderByDescending(count => count.Item2),
        ];
    }
}
