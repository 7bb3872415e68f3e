using System.Collections.Immutable;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution;

namespace QuitteXBot.Ingestion.Tests.Attribution;

public sealed class QuoteAttributorTests
{
    private static readonly Extractor Extractor = new(ProjectFiles.Catalogue, FakeNames.Territories);

    [Theory]
    [InlineData("« Nous partons », déclare Marie Durand, maire de Nancy.", "Marie Durand", "maire de Nancy", "Ville de Nancy")]
    [InlineData("La maire de Nancy, Marie Durand, l'a dit : « Nous partons ».", "Marie Durand", "maire de Nancy", "Ville de Nancy")]
    [InlineData("Selon Marie Durand, « la page est tournée ».", "Marie Durand", null, null)]
    [InlineData("« La page est tournée », d'après Marie Durand.", "Marie Durand", null, null)]
    [InlineData("De l'avis de Marie Durand, « la page est tournée ».", "Marie Durand", null, null)]
    [InlineData("Le maire, Paul Petit, juge X « toxique ».", "Paul Petit", "maire", null)]
    [InlineData("Paul Petit (CFDT) dénonce « un mépris total ».", "Paul Petit", null, "CFDT")]
    [InlineData("Paul Petit, de la CFDT, dénonce « un mépris total ».", "Paul Petit", null, "CFDT")]
    [InlineData("Marie Durand préside le club. « On y va », lance-t-elle.", "Marie Durand", null, null)]
    [InlineData("« On y va » (Marie Durand, présidente du club).", "Marie Durand", "présidente du club", "club")]
    [InlineData("« Nous partons demain », peut-on lire dans un communiqué de la CFDT.", "CFDT", null, "CFDT")]
    [InlineData("« Nous partons demain », assure-t-on à la mairie de Nancy.", "mairie de Nancy", null, "Ville de Nancy")]
    [InlineData("La Région Grand Est a tranché. « Nous resterons vigilants », déclare la Région.", "Région Grand Est", null, "Région Grand Est")]
    [InlineData("“We are leaving,” said Jane Miller, president of the club.", "Jane Miller", "president of the club", "club")]
    [InlineData("« C'est trop long », s'impatiente une habitante du quartier.", "habitante du quartier", "habitante du quartier", null)]
    [InlineData("« C'est trop long », peste Marie Durand.", "Marie Durand", null, null)]
    [InlineData("M. Petit a prévenu la préfète Anne Roy que « rien ne bougerait ».", "Petit", null, null)]
    [InlineData("Les riverains, eux, se disent « à bout de nerfs ».", "riverains", "riverains", null)]
    [InlineData("Certains voisins disent : « On n'en peut plus ».", "Certains voisins", "Certains voisins", null)]
    [InlineData("D'après l'une d'elles, « rien ne bougera ».", "l'une d'elles", "l'une d'elles", null)]
    [InlineData("Le conseil de la famille, Me Paul Petit, dénonce « un mépris total ».", "Paul Petit", "conseil de la famille", null)]
    [InlineData("« Les temps changent. » C'est par ces mots que la maire de Nancy, Marie Durand, a justifié le départ.", "Marie Durand", "maire de Nancy", "Ville de Nancy")]
    [InlineData("« La page est tournée », peut-on lire dans le texte, signé par la directrice, Marie Durand.", "Marie Durand", "directrice", null)]
    [InlineData("On entend Marie Durand affirmer que rien « ne bougera jamais ».", "Marie Durand", null, null)]
    public void Extract_Sentence_NamesTheSpeaker(string text, string? speaker, string? role, string? organisation)
    {
        var quote = Assert.Single(Quotes("Un titre\n\n" + text));

        Assert.Equal(speaker, SpeakerName.Of(quote));
        Assert.Equal(role, quote.Attribution.Role);
        Assert.Equal(organisation, quote.Attribution.OrganisationName);
    }

    [Theory]
    [InlineData("Elle a lu « Les Misérables » cet été.")]
    [InlineData("Le film « La Route » sort mercredi.")]
    [InlineData("Paul, surnommé « le Rouge », est parti.")]
    [InlineData("L'opération « Ville propre » commence.")]
    [InlineData("La « start-up » emploie dix personnes.")]
    [InlineData("Le hashtag « #QuitteX » monte.")]
    [InlineData("Des pages telles que « ville » ou « village » ont fermé.")]
    public void Extract_NamesAndTongs_AreNoQuotes(string text) => Assert.Empty(Quotes("Un titre\n\n" + text));

    [Fact]
    public void Extract_QuoteSplitByIncise_IsTwoQuotesOfOneSpeaker()
    {
        var quotes = Quotes("Un titre\n\nMarie Durand parle. « Nous partons », poursuit-elle, « et nous ne reviendrons pas ».");

        Assert.Equal(["Nous partons", "et nous ne reviendrons pas"], quotes.Select(quote => quote.Quote.Text));
        Assert.All(quotes, quote => Assert.Equal("Marie Durand", quote.Attribution.Speaker));
    }

    [Theory]
    [InlineData("« Nous partons, explique Marie Durand. Rien ne nous retient. »", "Nous partons", "Rien ne nous retient.")]
    [InlineData("« Nous partons, a expliqué la maire, Marie Durand, mais sans colère. »", "Nous partons", "mais sans colère.")]
    [InlineData("« Nous partons, dit Marie Durand. »", "Nous partons")]
    [InlineData("« Une page se tourne.\n\n« Nous partons », dit Marie Durand.", "Une page se tourne.", "Nous partons")]
    public void Extract_InciseInsideMarks_DividesTheQuote(string text, params string[] expected)
    {
        var quotes = Quotes("Un titre\n\n" + text);

        Assert.Equal(expected, quotes.Select(quote => quote.Quote.Text));
        Assert.All(quotes, quote => Assert.Equal("Marie Durand", quote.Attribution.Speaker));
    }

    [Fact]
    public void Extract_QuestionInsideMarks_StaysWhole() =>
        Assert.Equal("Si elle vient, dira-t-elle la vérité ?", Assert.Single(Quotes("Un titre\n\n« Si elle vient, dira-t-elle la vérité ? », demande Marie Durand.")).Quote.Text);

    [Fact]
    public void Extract_NobodyNamed_IsUnstated()
    {
        var quote = Assert.Single(Quotes("Un titre\n\nOn pouvait lire sur un mur : « Rendez-nous la ville, elle est à nous. »"));

        Assert.Equal(AttributionBasis.Unstated, quote.Attribution.Basis);
        Assert.Null(SpeakerName.Of(quote));
    }

    [Fact]
    public void Extract_FollowingQuote_IsInferred()
    {
        var quotes = Quotes("Un titre\n\n« Nous partons », déclare Marie Durand. « Il est temps de tourner la page. »");

        Assert.Equal([AttributionBasis.Stated, AttributionBasis.Inferred], quotes.Select(quote => quote.Attribution.Basis));
        Assert.Equal("Marie Durand", quotes[1].Attribution.Speaker);
        Assert.True(quotes[1].Confidence.Speaker < quotes[0].Confidence.Speaker);
    }

    [Fact]
    public void Extract_Attribution_HasItsEvidence()
    {
        var quote = Assert.Single(Quotes("Un titre\n\n« Nous partons », déclare Marie Durand."));

        Assert.Contains(new Evidence("speaker", "verb-after", "déclare Marie Durand"), quote.Evidence);
    }

    [Fact]
    public void Extract_DeputyOfAPlace_DoesNotSpeakForIt()
    {
        var quote = Assert.Single(Quotes("Un titre\n\n« Je pars », déclare Marie Durand, députée de la Moselle."));

        Assert.Equal("députée de la Moselle", quote.Attribution.Role);
        Assert.Null(quote.Attribution.OrganisationId);
    }

    private static ImmutableArray<ExtractedQuote> Quotes(string text) => Extractor.Extract(new Source { Id = "t", Text = text }).Quotes;
}
