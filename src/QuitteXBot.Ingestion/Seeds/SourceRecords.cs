using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Topics;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>Makes statements and reports of what the ingestion found in one source, with the corrections of its metadata.</summary>
internal sealed class SourceRecords(
    IExtractor extractor, IOrganisationResolver names, TopicClassifier topics, OrganisationBook book, SeedOptions options)
{
    /// <summary>The records, or null where a correction could not be applied; <paramref name="errors"/> then says which.</summary>
    public (ImmutableArray<Statement> Statements, ImmutableArray<DepartureReport> Reports)? Read(
        Source source, ImmutableArray<Correction> corrections, string metadataName, ICollection<Error> errors)
    {
        var result = extractor.Extract(source);
        var faults = new List<Error>();
        var chosen = new CorrectionMatcher(metadataName, faults).Match(result.Quotes, corrections);
        var corrector = new QuoteCorrector(names, topics, result.Departures, metadataName, faults);
        var quotes = result.Quotes
            .Where(quote => chosen.GetValueOrDefault(quote)?.IsStatement ?? true)
            .Select(quote => (Quote: chosen.TryGetValue(quote, out var correction) ? corrector.Correct(quote, correction) : quote, Confirmed: chosen.ContainsKey(quote)))
            .ToList();
        foreach (var fault in faults)
            errors.Add(fault);
        if (faults.Count > 0)
            return null;
        var dates = new SaidOnFinder(source);
        var doubtful = result.Flags.Length > 0;
        return (
            [.. quotes.Select(entry => Statement(entry.Quote, dates, doubtful && !entry.Confirmed))],
            [.. result.Departures.Where(departure => departure.Confidence >= options.PublishFrom && !doubtful).Select(departure => Report(departure, source)).DistinctBy(report => report.Id)]);
    }

    private Statement Statement(ExtractedQuote found, SaidOnFinder dates, bool doubtful)
    {
        var organisation = book.Refer(found.Attribution.OrganisationId);
        if (found.Attribution.Speaker is { } speaker)
            book.Refer(speaker, found.Attribution.Role, organisation);
        return new Statement
        {
            Id = StatementId.Of(found.Quote.SourceId, found.Quote.Start, found.Quote.End),
            Quote = found.Quote,
            Attribution = found.Attribution with { OrganisationId = organisation },
            Reasons = found.Reasons,
            Topic = found.Topic,
            SaidOn = dates.Find(found.Quote),
            Status = !doubtful && Sureness(found) >= options.PublishFrom ? StatementStatus.Published : StatementStatus.Draft,
            Confidence = found.Confidence,
        };
    }

    // Where no reason was found there is none to be sure of.
    private static double Sureness(ExtractedQuote quote) =>
        quote.Reasons.Length > 0 ? quote.Confidence.Least : (quote.Confidence with { Reasons = 1 }).Least;

    private DepartureReport Report(ExtractedDeparture found, Source source)
    {
        var organisation = book.Refer(found.OrganisationId)
            ?? (found.Person is null && found.Organisation is { } name ? book.Found(name, found.Kind, "FR") : null);
        if (found.Person is { } person)
            book.Refer(person, null, null);
        var citation = new Citation(
            source.Id, source.Outlet, source.Title, source.Published, source.Url, found.Start, found.End,
            CodePoints.Slice(source.Text, Math.Max(0, found.Start - Quote.ContextLength), found.Start) ?? "", Suffix(source.Text, found.End));
        return new DepartureReport
        {
            Id = ReportId.Of(organisation ?? $"person:{found.Person}", found.Action, citation),
            OrganisationId = organisation,
            Person = found.Person,
            Action = found.Action,
            Announced = found.Announced,
            Effective = found.Effective,
            PlatformsKept = found.PlatformsKept,
            PlatformsJoined = found.PlatformsJoined,
            Note = found.Note,
            Citation = citation,
        };
    }

    private static string Suffix(string text, int end)
    {
        var from = CodePoints.ToUtf16(text, end);
        var to = from;
        for (var i = 0; i < Quote.ContextLength && to >= 0 && to < text.Length; i++)
            to += to + 1 < text.Length && char.IsSurrogatePair(text[to], text[to + 1]) ? 2 : 1;
        return from < 0 ? "" : text[from..to];
    }
}
