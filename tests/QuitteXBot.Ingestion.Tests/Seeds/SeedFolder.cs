using System.Collections.Immutable;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Seeds;

namespace QuitteXBot.Ingestion.Tests.Seeds;

/// <summary>A seeds folder of a test, and an extractor that finds what stands between guillemets.</summary>
internal sealed class SeedFolder : IDisposable
{
    public const string Metadata = "outlet: Le Journal\nlanguage: fr\npublished: 2025-01-21\nrights: courte citation\n";

    public const string Header = "organisation,kind,country,date,date_kind,date_note,platforms_kept,platforms_joined,source_url,note\n";

    public string Path { get; } = Directory.CreateTempSubdirectory("seeds").FullName;

    public ImmutableArray<ExtractedDeparture> Departures { get; set; } = [];

    public ImmutableArray<string> Flags { get; set; } = [];

    public Confidence Confidence { get; set; } = new(1, 1, 1, 1);

    public Core.Statements.Attribution Attribution { get; set; } = Core.Statements.Attribution.Unstated;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public SeedFolder Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public SeedFolder Source(string id, string text, string metadata = Metadata) => Write($"sources/{id}.txt", text).Write($"sources/{id}.yml", metadata);

    public Task<SeedReading> ReadAsync(IOrganisationResolver? names = null) =>
        new SeedReader(new GuillemetExtractor(this), names ?? FakeNames.Territories, ProjectFiles.Catalogue).ReadAsync(Path, null, CancellationToken.None);

    private sealed class GuillemetExtractor(SeedFolder folder) : IExtractor
    {
        public ExtractionResult Extract(Source source)
        {
            var quotes = ImmutableArray.CreateBuilder<ExtractedQuote>();
            for (var open = source.Text.IndexOf('«'); open >= 0; open = source.Text.IndexOf('«', open + 1))
            {
                var end = source.Text.IndexOf('»', open) - 1;
                var start = open + 2;
                quotes.Add(new ExtractedQuote
                {
                    Quote = new Quote(source.Id, start, end, source.Text[start..end], "", ""),
                    Attribution = folder.Attribution,
                    Topic = StatementTopic.Other,
                    Confidence = folder.Confidence,
                });
            }

            return new ExtractionResult(source.Id, quotes.ToImmutable(), folder.Departures, folder.Flags);
        }
    }
}
