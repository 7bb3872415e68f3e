using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Reasons;
using QuitteXBot.Ingestion.Topics;

namespace QuitteXBot.Ingestion.Tests.Topics;

public sealed class TopicClassifierTests
{
    private static readonly TopicClassifier Classifier = new(new ReasonFinder(ProjectFiles.Catalogue));

    private static readonly ImmutableArray<ExtractedDeparture> Departures =
    [
        new() { OrganisationId = "region-53", Organisation = "Région Bretagne", Action = DepartureAction.Leaves, Start = 0, End = 1 },
        new() { Organisation = "Club des Cinq", Action = DepartureAction.Dormant, Start = 0, End = 1 },
        new() { OrganisationId = "media-le-monde", Organisation = "Le Monde", Action = DepartureAction.Stays, Start = 0, End = 1 },
        new() { Person = "Jeanne Martin", Action = DepartureAction.Leaves, Start = 0, End = 1 },
    ];

    [Theory]
    [InlineData("La haine y prolifère.")]
    [InlineData("Ce réseau ne correspond plus à ce que nous sommes.")]
    [InlineData("Nous quittons X, qui ne correspond plus à nos valeurs, et resterons sur Bluesky.")]
    [InlineData("La désinformation y règne. Retrouvez-nous sur Mastodon. Nous y serons.")]
    [InlineData("We can no longer accept the hate speech on this platform.")]
    public void Classify_MotiveOfOneWhoLeaves_IsWhy(string quote) => Assert.Equal(StatementTopic.Why, Topic(quote, "region-53"));

    [Theory]
    [InlineData("Nous resterons vigilants et n’hésiterons pas à réévaluer notre présence.")]
    [InlineData("Retrouvez-nous sur Mastodon et Bluesky !")]
    [InlineData("La Région souhaite privilégier les canaux où la modération et la fiabilité des informations sont garanties.")]
    [InlineData("Elle invite les plus jeunes à se méfier de la haine.")]
    [InlineData("You will find us on Mastodon.")]
    public void Classify_TimeAfter_IsNext(string quote) => Assert.Equal(StatementTopic.Next, Topic(quote, "region-53"));

    [Theory]
    [InlineData("La haine y prolifère.", "media-le-monde")]
    [InlineData("La haine y prolifère.", "union-cfdt")]
    [InlineData("La haine y prolifère.", null)]
    [InlineData("C’est une décision mûrement pesée.", "region-53")]
    public void Classify_NoMotiveOrNobodyWhoLeaves_IsOther(string quote, string? organisation) => Assert.Equal(StatementTopic.Other, Topic(quote, organisation));

    [Fact]
    public void Classify_OrganisationWithoutId_IsKnownByName() =>
        Assert.Equal(StatementTopic.Why, Classifier.Classify("La haine y prolifère.", new(null, null, null, "Club des cinq", AttributionBasis.Stated), Departures).Topic);

    [Fact]
    public void Classify_PersonWhoLeavesAlone_SpeaksForNobodyElse() =>
        Assert.Equal(StatementTopic.Other, Classifier.Classify("La haine y prolifère.", new("Jeanne Martin", "maire de Nancy", "commune-54395", "Ville de Nancy", AttributionBasis.Stated), Departures).Topic);

    [Fact]
    public void Classify_UnstatedAttribution_IsOther() =>
        Assert.Equal(StatementTopic.Other, Classifier.Classify("La haine y prolifère.", new(null, null, "region-53", null, AttributionBasis.Unstated), Departures).Topic);

    [Fact]
    public void Classify_Why_ShowsTheWords() =>
        Assert.Equal(new QuoteTopic(StatementTopic.Why, "motive", "haine"), Classifier.Classify("La haine y prolifère.", Said("region-53"), Departures));

    private static StatementTopic Topic(string quote, string? organisation) => Classifier.Classify(quote, Said(organisation), Departures).Topic;

    private static Core.Statements.Attribution Said(string? organisation) => new(null, null, organisation, null, AttributionBasis.Stated);
}
