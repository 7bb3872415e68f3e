using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Reasons;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Tests.Fakes;

/// <summary>A small world: some territories, a source with quotes of every sort, reports of departures.</summary>
internal sealed class World
{
    public const string SourceId = "gazette-depart";

    public const string SourceText =
        """
        Un mouvement national, AdieuRéseau, appelle à partir 👋. La Région Val-Doré et le Département de la Brenne s’en vont.
        « Nous ne tolérons plus ces excès »
        « Les théories du complot et la haine
        ne sont plus tolérables : nous partons », déclare Ana Petit, présidente du Département. « Au fil des ans, l’outil est devenu un vecteur de division. Rester sur un communiqué.
        « Nous resterons vigilants », ajoute le Département. « Nous restons ici », dit la Région.
        """;

    public World()
    {
        var organisations = Organisations();
        Store.Organisations.AddRange(organisations);
        Store.Sources.Add(new Source
        {
            Id = SourceId,
            Text = SourceText,
            Outlet = "La Gazette",
            Title = "Deux départs",
            Published = Day("2025-01-20"),
            RightsNote = "courtes citations",
        });
        Why = Add("Les théories du complot et la haine\nne sont plus tolérables : nous partons", StatementTopic.Why, Brenne, "Ana Petit", ["conspiracy", "hate"]);
        Truncated = Add(
            "Au fil des ans, l’outil est devenu un vecteur de division.", StatementTopic.Why, ValDore, null, ["polarisation", "hate"],
            AttributionBasis.Inferred, truncated: true);
        Heading = Add("Nous ne tolérons plus ces excès", StatementTopic.Why, Brenne, "Ana Petit", [], heading: true);
        Next = Add("Nous resterons vigilants", StatementTopic.Next, Brenne, null, []);
        Add("Nous restons ici", StatementTopic.Other, null, null, [], AttributionBasis.Unstated);
        Draft = Add("La Région", StatementTopic.Why, Duchy, null, ["values"], status: StatementStatus.Draft);
        AddReports();
        var paragraphs = Paragraphs();
        var statements = Store.Statements
            .Where(cited => cited.Statement.Status == StatementStatus.Published)
            .Select(cited => new IndexDocument
            {
                Kind = DocumentKind.Statement,
                Id = cited.Statement.Id,
                Text = cited.Statement.Quote.Text,
                OrganisationId = cited.Statement.Attribution.OrganisationId,
                Reasons = cited.Statement.Reasons,
            });
        Knowledge = new FakeKnowledge(Store, new FakeNames(organisations), new FakeIndex([.. statements, .. paragraphs]), Catalogue());
        Assistant = new Assistant(Knowledge, new WholeText(), new FixedClock(new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero)));
    }

    public static string Brenne => "departement-96";

    public static string ValDore => "region-99";

    public static string Duchy => "commune-96001";

    public FakeStore Store { get; } = new();

    public FakeKnowledge Knowledge { get; }

    public Assistant Assistant { get; }

    public Statement Why { get; }

    public Statement Truncated { get; }

    public Statement Heading { get; }

    public Statement Next { get; }

    public Statement Draft { get; }

    public static Asker Asker(string? locale = null) => new("console", "somebody", Locale: locale);

    public Task<Reply> AskAsync(string text, Language? language = null) => Assistant.AskAsync(text, Asker(), language, CancellationToken.None);

    public static PartialDate Day(string text) => PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);

    private static List<Organisation> Organisations() =>
    [
        new() { Id = ValDore, Kind = OrganisationKind.Region, Name = "Région Val-Doré", ShortName = "Val-Doré", Code = "99" },
        new() { Id = Brenne, Kind = OrganisationKind.Departement, Name = "Département de la Brenne", ShortName = "Brenne", Code = "96", RegionCode = "99" },
        new() { Id = "departement-98", Kind = OrganisationKind.Departement, Name = "Département du Haut et Bas", ShortName = "Haut et Bas", Code = "98", RegionCode = "99" },
        new() { Id = Duchy, Kind = OrganisationKind.Commune, Name = "Ville de Duché", ShortName = "Duché", Code = "96001", DepartementCode = "96", RegionCode = "99" },
        new() { Id = "epci-1", Kind = OrganisationKind.Epci, Name = "Duché Métropole", ShortName = "Duché", DepartementCode = "96", RegionCode = "99" },
        new() { Id = "commune-96002", Kind = OrganisationKind.Commune, Name = "Ville de Morval", ShortName = "Morval", Code = "96002", DepartementCode = "96", RegionCode = "99" },
        new() { Id = "university-universite-de-morval", Kind = OrganisationKind.University, Name = "Université de Morval", DepartementCode = "96", RegionCode = "99" },
        new() { Id = "university-hochschule-stein", Kind = OrganisationKind.University, Name = "Hochschule Stein", Country = "DE" },
        new() { Id = "movement-adieureseau", Kind = OrganisationKind.Movement, Name = "AdieuRéseau" },
        new() { Id = "association-lfa", Kind = OrganisationKind.Association, Name = "Ligue des forêts amies", ShortName = "LFA" },
    ];

    private static Catalogue Catalogue() => new(
        [
            new Reason("hate", "discours de haine", "hate speech", ["haine", "haineu*"], ["hate"]),
            new Reason("conspiracy", "complotisme", "conspiracy theories", ["complot*", "théories du complot"], ["conspirac*"]),
            new Reason("privacy", "confidentialité et données", "privacy and data", ["confidentialité", "vie privée"], ["privacy"]),
            new Reason("polarisation", "polarisation du débat", "polarisation", ["division*"], ["division"]),
            new Reason("values", "valeurs", "values", ["valeurs"], ["values"]),
            new Reason("other", "autre raison", "other", [], []),
        ],
        [
            new Platform("x", "X", ["Twitter", "ex-Twitter"]),
            new Platform("facebook", "Facebook", ["FB"]),
            new Platform("bluesky", "Bluesky", ["Blue Sky"]),
            new Platform("mastodon", "Mastodon", ["fédivers"]),
        ]);

    private static IEnumerable<IndexDocument> Paragraphs()
    {
        var start = 0;
        foreach (var line in SourceText.Split('\n'))
        {
            var length = CodePoints.FromUtf16(line, line.Length);
            yield return new IndexDocument { Kind = DocumentKind.Paragraph, Id = new ParagraphId(SourceId, start, start + length).ToString(), Text = line };
            start += length + 1;
        }
    }

    private void AddReports()
    {
        var article = new Citation(SourceId, "La Gazette", "Deux départs", Day("2025-01-20"), null);
        Store.Reports.AddRange(
        [
            Report(Brenne, article) with { Announced = Day("2025-01-20"), PlatformsKept = ["facebook", "bluesky"] },
            Report(ValDore, Page("https://www.exemple.org/a")) with { Effective = Day("2025-01") },
            Report("university-universite-de-morval", Page("https://presse.exemple/b")) with { Observed = Day("2023"), PlatformsJoined = ["mastodon"] },
            Report("university-hochschule-stein", Page("https://zeitung.example/c")) with { Announced = Day("2025-01-10") },
            Report("association-lfa", Page("https://presse.exemple/d")),
            Report("anapetit", article) with { OrganisationId = null, Person = "Ana Petit", Effective = Day("2025-01-20") },
        ]);
    }

    private static Citation Page(string url) => new("", null, null, null, url);

    private static DepartureReport Report(string id, Citation citation) =>
        new() { Id = "d" + id, OrganisationId = id, Action = DepartureAction.Leaves, Citation = citation };

    private Statement Add(
        string text,
        StatementTopic topic,
        string? organisation,
        string? speaker,
        string[] reasons,
        AttributionBasis basis = AttributionBasis.Stated,
        bool truncated = false,
        bool heading = false,
        StatementStatus status = StatementStatus.Published)
    {
        var index = SourceText.IndexOf(text, StringComparison.Ordinal);
        var (start, end) = (CodePoints.FromUtf16(SourceText, index), CodePoints.FromUtf16(SourceText, index + text.Length));
        var prefix = CodePoints.Slice(SourceText, Math.Max(0, start - 32), start)!;
        var statement = new Statement
        {
            Id = StatementId.Of(SourceId, start, end),
            Quote = new Quote(SourceId, start, end, text, prefix, "", truncated, heading),
            Attribution = new Attribution(speaker, speaker is null ? null : "présidente du Département", organisation, null, basis),
            Reasons = [.. reasons],
            Topic = topic,
            SaidOn = Day("2025-01-20"),
            Status = status,
        };
        Store.Statements.Add(new CitedStatement(
            statement, new Citation(SourceId, "La Gazette", "Deux départs", Day("2025-01-20"), null, start, end, prefix, "")));
        return statement;
    }
}
