using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Reasons;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Topics;

/// <summary>
/// Whose reason a quote is. Only the words of an organisation that leaves in this document, or of a person who speaks for it, can say why, and only
/// where they name a motive. What they say of the time after is "next", though it may name the same things. All else is nobody's reason.
/// </summary>
public sealed class TopicClassifier(ReasonFinder reasons)
{
    public QuoteTopic Classify(string quote, Core.Statements.Attribution attribution, ImmutableArray<ExtractedDeparture> departures)
    {
        if (attribution.Basis == AttributionBasis.Unstated || !departures.Any(departure => Leaves(departure, attribution)))
            return new QuoteTopic(StatementTopic.Other, "not-leaving", "");
        string? next = null;
        foreach (var sentence in Sentences(quote))
        {
            var words = new WordList(sentence);
            var sequel = SequelWords.Find(words);
            next ??= sequel;
            var motive = MotiveWords.Find(words) ?? (sequel is null ? Reason(sentence) : null);
            if (motive is not null)
                return new QuoteTopic(StatementTopic.Why, "motive", motive);
        }

        return next is null ? new QuoteTopic(StatementTopic.Other, "neither", "") : new QuoteTopic(StatementTopic.Next, "next", next);
    }

    private string? Reason(string sentence) => reasons.Find(sentence) is [var reason, ..] ? reason.Words : null;

    private static bool Leaves(ExtractedDeparture departure, Core.Statements.Attribution attribution) =>
        departure.Person is null
        && departure.Action is DepartureAction.Leaves or DepartureAction.Suspends or DepartureAction.Dormant or DepartureAction.Deletes
        && (departure.OrganisationId is { } id && attribution.OrganisationId is { } spokenFor
            ? id == spokenFor
            : departure.Organisation is { } name && attribution.OrganisationName is { } said && WordFolding.Fold(name) == WordFolding.Fold(said));

    private static IEnumerable<string> Sentences(string quote)
    {
        var start = 0;
        for (var i = 0; i < quote.Length; i++)
        {
            if (quote[i] is not ('.' or '!' or '?' or '…' or '\n') || (i + 1 < quote.Length && !char.IsWhiteSpace(quote[i + 1])))
                continue;
            yield return quote[start..(i + 1)];
            start = i + 1;
        }

        if (start < quote.Length)
            yield return quote[start..];
    }
}
