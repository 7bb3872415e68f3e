using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers;

/// <summary>When an organisation left: announced, effective, observed, each as precise as it was recorded and with its source.</summary>
internal sealed class WhenHandler : ICommandHandler
{
    public string Command => CommandNames.When;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var (organisation, refusal) = Abstentions.Resolve(inquiry, inquiry.Arguments.Organisation!, OptionNames.Organisation);
        if (organisation is null)
            return refusal!;
        var facts = new DepartureFacts(inquiry.Knowledge, inquiry.Texts);
        var departures = await facts.OfAsync(organisation, cancellationToken).ConfigureAwait(false);
        if (!departures.Any(departure => departure.Departure.Date is not null))
            return NoStatement.About(inquiry, organisation, departures, inquiry.Texts[TextKeys.WhenNothing]);

        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        foreach (var departure in departures)
            blocks.AddRange(facts.Dates(departure.Departure));
        return inquiry.Reply(Outcome.Answered, inquiry.Texts.With(TextKeys.WhenTitle, organisation.Name)) with
        {
            Organisation = organisation,
            Blocks = blocks.ToImmutable(),
            Departures = [.. departures],
        };
    }
}
