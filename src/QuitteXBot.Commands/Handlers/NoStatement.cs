using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Handlers;

/// <summary>The organisation is known and nothing recorded answers: said plainly, with the dated facts of its departure where there are some, never a quote.</summary>
internal static class NoStatement
{
    public static Reply About(Inquiry inquiry, Organisation organisation, IReadOnlyList<DepartureView> departures, string nothing)
    {
        var facts = new DepartureFacts(inquiry.Knowledge, inquiry.Texts);
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.Add(new TextBlock(nothing));
        if (departures.Count == 0)
            blocks.Add(new TextBlock(inquiry.Texts[TextKeys.NoDepartureRecorded]));
        else
            blocks.Add(new TextBlock(inquiry.Texts[TextKeys.WhatIsRecorded]));
        foreach (var departure in departures)
        {
            blocks.AddRange(facts.Dates(departure.Departure));
            blocks.AddRange(facts.Platforms(departure.Departure));
        }

        return inquiry.Reply(Outcome.NoStatement, organisation.Name) with
        {
            Organisation = organisation,
            Departures = [.. departures],
            Blocks = blocks.ToImmutable(),
        };
    }
}
