using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Where to follow an organisation now: the platforms that it kept and joined, and what it says comes next.</summary>
internal sealed class WhereHandler : ICommandHandler
{
    public string Command => CommandNames.Where;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var (organisation, refusal) = Abstentions.Resolve(inquiry, inquiry.Arguments.Organisation!, OptionNames.Organisation);
        if (organisation is null)
            return refusal!;
        var facts = new DepartureFacts(inquiry.Knowledge, inquiry.Texts);
        var departures = await facts.OfAsync(organisation, cancellationToken).ConfigureAwait(false);
        var platforms = departures.SelectMany(departure => facts.Platforms(departure.Departure)).ToList();
        if (platforms.Count == 0)
            return NoStatement.About(inquiry, organisation, departures, inquiry.Texts[TextKeys.WhereNothing]);

        var next = await NextStatements.OfAsync(inquiry, organisation, cancellationToken).ConfigureAwait(false);
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.AddRange(platforms);
        NextStatements.AddTo(blocks, next, inquiry.Texts);
        return inquiry.Reply(Outcome.Answered, inquiry.Texts.With(TextKeys.WhereTitle, organisation.Name)) with
        {
            Organisation = organisation,
            Blocks = blocks.ToImmutable(),
            Departures = [.. departures],
            Actions = InContext.Actions([.. next], inquiry.Texts),
        };
    }
}
