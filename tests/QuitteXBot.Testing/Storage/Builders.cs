using System.Collections.Immutable;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Testing.Storage;

/// <summary>Entities with plausible values where a test names none.</summary>
public static class Builders
{
    public static Organisation Organisation(string id, OrganisationKind kind = OrganisationKind.Departement, string? name = null) =>
        new() { Id = id, Kind = kind, Name = name ?? $"Nom de {id}" };

    public static Source Source(string id, string text) => new()
    {
        Id = id,
        Text = text,
        Outlet = "La Gazette",
        Title = "Un titre",
        Published = Date("2025-01-20"),
        Url = "https://example.org/" + id,
    };

    /// <summary>The words as a published "why" statement of the organisation.</summary>
    /// <param name="occurrence">Which of several places in the text is meant, from 0.</param>
    public static Statement Statement(Source source, string words, string? organisation = null, int occurrence = 0)
    {
        var from = -1;
        for (var count = 0; count <= occurrence; count++)
        {
            from = source.Text.IndexOf(words, from + 1, StringComparison.Ordinal);
            if (from < 0)
                throw new ArgumentException($"« {words} » does not stand {occurrence + 1} times in {source.Id}.");
        }

        var start = CodePoints.FromUtf16(source.Text, from);
        var end = CodePoints.FromUtf16(source.Text, from + words.Length);
        var length = CodePoints.FromUtf16(source.Text, source.Text.Length);
        return new Statement
        {
            Id = StatementId.Of(source.Id, start, end),
            Quote = new Quote(
                source.Id,
                start,
                end,
                words,
                CodePoints.Slice(source.Text, Math.Max(0, start - Quote.ContextLength), start)!,
                CodePoints.Slice(source.Text, end, Math.Min(length, end + Quote.ContextLength))!),
            Attribution = new Attribution("Une Voix", "présidente", organisation, organisation, AttributionBasis.Stated),
            Reasons = ["hate"],
            Topic = StatementTopic.Why,
            Status = StatementStatus.Published,
        };
    }

    /// <summary>A report with the address of a page that is not held.</summary>
    public static DepartureReport Report(
        string id, string? organisation, DepartureAction action = DepartureAction.Leaves, string? announced = null, string? effective = null) => new()
        {
            Id = id,
            OrganisationId = organisation,
            Action = action,
            Announced = announced is null ? null : Date(announced),
            Effective = effective is null ? null : Date(effective),
            Citation = new Citation("", "Le Journal", null, Date("2025-01-21"), "https://example.org/" + id),
        };

    public static IngestBatch Batch(params ReadOnlySpan<(Source Source, Statement[] Statements)> documents)
    {
        var sources = ImmutableArray.CreateBuilder<Source>();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (var (source, found) in documents)
        {
            sources.Add(source);
            statements.AddRange(found);
        }

        return new IngestBatch
        {
            Organisations =
            [
                .. statements
                    .Select(statement => statement.Attribution.OrganisationId).OfType<string>().Distinct()
                    .Select(id => Organisation(id)),
            ],
            Sources = sources.ToImmutable(),
            Statements = statements.ToImmutable(),
        };
    }

    public static PartialDate Date(string text) =>
        PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException($"{text} is no date.");
}
