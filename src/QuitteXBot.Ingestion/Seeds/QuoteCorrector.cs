using System.Collections.Immutable;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Topics;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>Applies a correction to a quote. What a maintainer has looked at is certain; the topic follows from the corrected attribution.</summary>
internal sealed class QuoteCorrector(
    IOrganisationResolver names, TopicClassifier topics, ImmutableArray<ExtractedDeparture> departures, string name, ICollection<Error> errors)
{
    public ExtractedQuote Correct(ExtractedQuote quote, Correction correction)
    {
        var found = quote.Attribution;
        var organisation = correction.Organisation.Given ? Organisation(correction) : null;
        var attribution = new Core.Statements.Attribution(
            correction.Speaker.Or(found.Speaker),
            correction.Role.Or(found.Role),
            correction.Organisation.Given ? organisation?.Id : found.OrganisationId,
            correction.Organisation.Given ? organisation?.Name : found.OrganisationName,
            correction.Basis ?? found.Basis);
        var reasons = correction.Reasons ?? quote.Reasons;
        var topic = correction.Topic ?? topics.Classify(quote.Quote.Text, attribution, departures).Topic;
        return quote with { Attribution = attribution, Reasons = reasons, Topic = topic, Confidence = Confidence.Confirmed };
    }

    private Organisation? Organisation(Correction correction)
    {
        if (correction.Organisation.Value is not { } wanted)
            return null;
        if (names.Find(wanted) is { } known)
            return known;
        var resolution = names.ResolveExactly(wanted);
        if (resolution.Outcome == ResolutionOutcome.Resolved)
            return resolution.Organisation;
        var nearest = string.Join(", ", resolution.Candidates.Take(5).Select(candidate => $"{candidate.Name} ({candidate.Id})"));
        var problem = resolution.Outcome == ResolutionOutcome.Ambiguous ? "names several organisations" : "is no known organisation";
        errors.Add(new Error(
            "correction-organisation", $"'{wanted}' {problem}{(nearest.Length > 0 ? $"; near are {nearest}" : "")}. An id is the surest name.", $"{name}:{correction.Line}"));
        return null;
    }
}
