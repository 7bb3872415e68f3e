using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Two organisations side by side: the reasons that both give and that each gives alone, dates, one quote of each.</summary>
internal sealed class CompareHandler : ICommandHandler
{
    public string Command => CommandNames.Compare;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var (first, firstRefusal) = Abstentions.Resolve(inquiry, inquiry.Arguments.First!, OptionNames.First);
        if (first is null)
            return firstRefusal!;
        inquiry = inquiry with { Arguments = inquiry.Arguments with { First = first.Id } };
        var (second, secondRefusal) = Abstentions.Resolve(inquiry, inquiry.Arguments.Second!, OptionNames.Second);
        if (second is null)
            return secondRefusal!;
        if (first.Id == second.Id)
            return Abstentions.Invalid(Command, inquiry.Texts, inquiry.Texts[TextKeys.CompareSame], inquiry.Texts.With(
                TextKeys.ForExample, inquiry.Definition.Example.In(inquiry.Texts.Language)));

        var left = await SideAsync(inquiry, first, cancellationToken).ConfigureAwait(false);
        var right = await SideAsync(inquiry, second, cancellationToken).ConfigureAwait(false);
        var title = inquiry.Texts.With(TextKeys.CompareTitle, first.Name, second.Name);
        var isKnown = left.IsKnown || right.IsKnown;
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        if (isKnown)
            AddReasons(blocks, inquiry, left, right);
        else
            blocks.Add(new TextBlock(inquiry.Texts[TextKeys.CompareNothing]));
        if (isKnown)
        {
            AddSide(blocks, inquiry, left);
            AddSide(blocks, inquiry, right);
        }

        return inquiry.Reply(isKnown ? Outcome.Answered : Outcome.NoStatement, title) with
        {
            Organisation = first,
            Blocks = blocks.ToImmutable(),
            Statements = [.. left.Quotes, .. right.Quotes],
            Departures = [.. left.Departures, .. right.Departures],
            Actions = InContext.Actions([.. left.Quotes, .. right.Quotes], inquiry.Texts),
        };
    }

    private static async Task<Side> SideAsync(Inquiry inquiry, Organisation organisation, CancellationToken cancellationToken)
    {
        var query = new StatementQuery { OrganisationId = organisation.Id, Topic = StatementTopic.Why, Limit = 1 };
        var page = await inquiry.Knowledge.Store.StatementsAsync(query, cancellationToken).ConfigureAwait(false);
        var counts = await ReasonsHandler.CountAsync(inquiry, organisation, cancellationToken).ConfigureAwait(false);
        var departures = await new DepartureFacts(inquiry.Knowledge, inquiry.Texts).OfAsync(organisation, cancellationToken).ConfigureAwait(false);
        var views = new QuoteViews(inquiry.Knowledge, inquiry.Texts);
        return new Side(organisation, views.Of(page.Items), [.. counts.Select(count => count.Reason)], departures);
    }

    private static void AddReasons(ImmutableArray<ReplyBlock>.Builder blocks, Inquiry inquiry, Side left, Side right)
    {
        var texts = inquiry.Texts;
        var common = left.Reasons.Where(right.Reasons.Contains).ToList();
        if (!left.Reasons.IsEmpty && !right.Reasons.IsEmpty)
            Add(common.Count == 0 ? texts[TextKeys.CompareNoCommon] : texts.With(TextKeys.CompareCommon, Labels(common)));
        AddOnly(left);
        AddOnly(right);

        void AddOnly(Side side)
        {
            var only = side.Reasons.Where(reason => !common.Contains(reason)).ToList();
            if (only.Count > 0)
                Add(texts.With(common.Count > 0 ? TextKeys.CompareOnly : TextKeys.CompareReasons, side.Organisation.Name, Labels(only)));
        }

        void Add(string text) => blocks.Add(new TextBlock(text));

        string Labels(IEnumerable<string> keys) => texts.List([.. keys.Select(key => texts.Reason(inquiry.Knowledge.Catalogue, key))]);
    }

    private static void AddSide(ImmutableArray<ReplyBlock>.Builder blocks, Inquiry inquiry, Side side)
    {
        var facts = new DepartureFacts(inquiry.Knowledge, inquiry.Texts);
        blocks.Add(new TextBlock(inquiry.Texts.With(TextKeys.CompareSide, side.Organisation.Name)));
        blocks.AddRange(side.Quotes.Select(quote => new QuoteBlock(quote)));
        if (side.Quotes.IsEmpty)
            blocks.Add(new TextBlock(inquiry.Texts[TextKeys.WhyNothing]));
        foreach (var departure in side.Departures)
        {
            blocks.AddRange(facts.Dates(departure.Departure));
            blocks.AddRange(facts.Platforms(departure.Departure));
        }
    }

    private sealed record Side(
        Organisation Organisation, ImmutableArray<QuoteView> Quotes, ImmutableArray<string> Reasons, IReadOnlyList<DepartureView> Departures)
    {
        public bool IsKnown => !Quotes.IsEmpty || Departures.Count > 0;
    }
}
