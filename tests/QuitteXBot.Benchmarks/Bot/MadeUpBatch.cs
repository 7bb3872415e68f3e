using System.Collections.Immutable;
using QuitteXBot.Benchmarks.Generator;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Benchmarks.Bot;

/// <summary>The generator's statements as the store takes them: ten to a source.</summary>
internal static class MadeUpBatch
{
    private const int StatementsPerSource = 10;

    public static IngestBatch Of(int count)
    {
        var documents = new StatementGenerator().Documents(count).Where(document => document.Kind == DocumentKind.Statement).ToList();
        var sources = ImmutableArray.CreateBuilder<Source>();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (var group in documents.Chunk(StatementsPerSource))
        {
            var source = new Source
            {
                Id = $"source-{sources.Count}",
                Text = string.Join("\n", group.Select(document => $"« {document.Text} »")),
                Outlet = group[0].Outlet,
                Title = group[0].Title,
                Published = PartialDate.OfDay(new DateOnly(2025, 1, 1).AddDays(sources.Count % 300)),
            };
            sources.Add(source);
            var start = 2;
            foreach (var document in group)
            {
                statements.Add(Statement(document, source, start));
                start += document.Text.Length + 5;
            }
        }

        return new IngestBatch
        {
            Organisations =
            [
                .. documents.DistinctBy(document => document.OrganisationId).Select(document => new Organisation
                {
                    Id = document.OrganisationId!,
                    Kind = OrganisationKind.Commune,
                    Name = document.OrganisationName!,
                }),
            ],
            Sources = sources.ToImmutable(),
            Statements = statements.ToImmutable(),
        };
    }

    private static Statement Statement(IndexDocument document, Source source, int start)
    {
        var end = start + document.Text.Length;
        var quote = new Quote(
            source.Id,
            start,
            end,
            document.Text,
            source.Text[Math.Max(0, start - Quote.ContextLength)..start],
            source.Text[end..Math.Min(source.Text.Length, end + Quote.ContextLength)]);
        return new Statement
        {
            Id = StatementId.Of(source.Id, start, end),
            Quote = quote,
            Attribution = new Attribution(document.Speaker, null, document.OrganisationId, document.OrganisationName, AttributionBasis.Stated),
            Reasons = document.Reasons,
            Topic = StatementTopic.Why,
            SaidOn = source.Published,
            Status = StatementStatus.Published,
        };
    }
}
