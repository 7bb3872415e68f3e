namespace QuitteXBot.Ingestion.Tests.Departures;

public sealed class DepartureExtractorTests
{
    [Theory]
    [InlineData("La Ville de Nancy quitte X.", "commune-54395 leaves")]
    [InlineData("La Ville de Nancy quitte le réseau social X (ex-Twitter) ce lundi 20 janvier.", "commune-54395 leaves /2025-01-20")]
    [InlineData("La Région Bretagne a quitté X le 3 janvier 2025.", "region-53 leaves /2025-01-03")]
    [InlineData("L’université de Bordeaux a annoncé lundi qu’elle quitterait X le 31 janvier.", "university-universite-de-bordeaux leaves 2025-01-20/2025-01-31")]
    [InlineData("La CFDT a annoncé mardi son départ de X.", "union-cfdt leaves 2025-01-21/")]
    [InlineData("L’AP-HP supprime son compte X.", "hospital-ap-hp deletes")]
    [InlineData("Ouest-France suspend ses publications sur X à compter du 19 novembre 2024.", "media-ouest-france suspends /2024-11-19")]
    [InlineData("L’université Rennes 2 met en sommeil son compte sur X.", "university-universite-rennes-2 dormant")]
    [InlineData("La Ville de Poitiers cesse de publier sur X.", "commune-86194 dormant")]
    [InlineData("La Ville de Poitiers était sur X. Elle n’y publiera plus.", "commune-86194 dormant")]
    [InlineData("La mairie de Paris ne publiera plus sur le réseau X à partir du 20 janvier.", "commune-75056 dormant /2025-01-20")]
    [InlineData("La Ligue des droits de l’Homme est sur X depuis 2009. Elle quitte le réseau social.", "association-ldh leaves")]
    [InlineData("Libération a décidé de quitter X pour Bluesky.", "media-liberation leaves >bluesky")]
    [InlineData("Le quotidien Libération s’apprête à quitter X.", "media-liberation leaves")]
    [InlineData("L’abandon de X par la Ville de Rennes fait débat.", "commune-35238 leaves")]
    [InlineData("Le retrait de la Ville de Rennes du réseau social X est acté.", "commune-35238 leaves")]
    [InlineData("Le compte X de la Ville de Rennes sera fermé le 31 janvier.", "commune-35238 deletes /2025-01-31")]
    [InlineData("Après avoir quitté X, la Ville de Rennes ouvre un compte sur Mastodon.", "commune-35238 leaves >mastodon")]
    [InlineData("La Ville de Rennes et Rennes Métropole quittent X.", "commune-35238 leaves | epci-243500139 leaves")]
    [InlineData("Deux collectivités quittent X : la Ville de Rennes et Rennes Métropole.", "commune-35238 leaves | epci-243500139 leaves")]
    [InlineData("Plusieurs universités (l’université de Bordeaux, l’université Rennes 2) ont quitté X.", "university-universite-de-bordeaux leaves | university-universite-rennes-2 leaves")]
    [InlineData("La Ville de Nancy quitte X. La Ville de Rennes en fait autant.", "commune-54395 leaves | commune-35238 leaves")]
    [InlineData("La Région Grand Est est présente sur X. La collectivité a annoncé qu’elle quittait la plateforme.", "region-44 leaves")]
    [InlineData("C’est au tour de la Ville de Poitiers de quitter X.", "commune-86194 leaves")]
    [InlineData("Partie de X en 2023, la Ligue des droits de l’Homme revient sur X.", "association-ldh returns")]
    [InlineData("L’Université de Trifouillis quitte X.", "Université de Trifouillis leaves")]
    [InlineData("Jeanne Martin, maire de Nancy, quitte X.", "Jeanne Martin leaves")]
    [InlineData("La Région Bretagne quitte X. Elle reste présente sur Facebook, Instagram et Linkedin.", "region-53 leaves facebook,instagram,linkedin>")]
    [InlineData("La Ville de Nancy quitte X au profit de Bluesky et de Mastodon. Elle conserve sa page Facebook.", "commune-54395 leaves facebook>bluesky,mastodon")]
    [InlineData("Decision taken: the city of Nancy leaves X.", "commune-54395 leaves")]
    public void Extract_Departure_IsFound(string text, string expected) => Assert.Equal(expected, DepartureTexts.Summary(text));

    [Theory]
    [InlineData("Ouest-France leaves X on 19 November 2024.", "media-ouest-france leaves /2024-11-19")]
    [InlineData("Ouest-France announced on Monday that it would leave X.", "media-ouest-france leaves 2025-01-20/")]
    [InlineData("Ouest-France has left X and moved to Bluesky.", "media-ouest-france leaves >bluesky")]
    [InlineData("Ouest-France will stop posting on X.", "media-ouest-france dormant")]
    [InlineData("Ouest-France no longer posts on X.", "media-ouest-france dormant")]
    [InlineData("Ouest-France has deleted its account on X.", "media-ouest-france deletes")]
    [InlineData("Ouest-France will not leave X.", "media-ouest-france stays")]
    [InlineData("Ouest-France may leave X.", "")]
    [InlineData("Activists urge Ouest-France to leave X.", "")]
    public void Extract_English_IsRead(string text, string expected) => Assert.Equal(expected, DepartureTexts.Summary(text));

    [Theory]
    [InlineData("La Ville de Nancy ne quittera pas X.", "commune-54395 stays")]
    [InlineData("La Ville de Nancy reste sur X.", "commune-54395 stays")]
    [InlineData("La Ville de Nancy refuse de quitter X.", "commune-54395 stays")]
    [InlineData("La Ville de Nancy n’envisage pas de quitter X.", "commune-54395 stays")]
    [InlineData("La Ville de Nancy conserve son compte X.", "commune-54395 stays")]
    public void Extract_OneWhoStays_Stays(string text, string expected) => Assert.Equal(expected, DepartureTexts.Summary(text));

    [Theory]
    [InlineData("La Ville de Nancy envisage de quitter X.")]
    [InlineData("La Ville de Nancy pourrait quitter X.")]
    [InlineData("La Ville de Nancy quitterait X.")]
    [InlineData("L’opposition demande à la Ville de Nancy de quitter X.")]
    [InlineData("La CFDT appelle à quitter X.")]
    [InlineData("La Ville de Nancy doit-elle quitter X ?")]
    [InlineData("Si la Ville de Nancy quitte X, d’autres suivront.")]
    [InlineData("La Ville de Nancy n’a pas encore quitté X.")]
    [InlineData("La Ville de Nancy a publié un message sur X.")]
    [InlineData("« Bravo ! », écrit la Ville de Nancy sur X.")]
    [InlineData("X a suspendu le compte de la Ville de Nancy.")]
    [InlineData("Le compte X de la Ville de Nancy a été suspendu.")]
    [InlineData("Jeanne Martin, maire de Nancy, quitte ses fonctions, a-t-elle écrit sur X.")]
    [InlineData("Les élus ont quitté la salle, raconte Ouest-France sur X.")]
    [InlineData("Jeanne Martin, directrice générale de X, quitte le réseau social.")]
    [InlineData("La Ville de Nancy quitte Facebook mais publie sur X.")]
    [InlineData("La Ville de Nancy ferme son compte Instagram, annonce-t-elle sur X.")]
    [InlineData("Des milliers d’internautes quittent X.")]
    [InlineData("Plusieurs marques suspendent leurs publicités sur X.")]
    [InlineData("La CFDT suspend ses publicités sur X.")]
    [InlineData("Comment quitter X ? Le mode d’emploi de Libération.")]
    [InlineData("Pour quitter X, Libération propose un guide.")]
    [InlineData("La Ville de Nancy quitte la métropole.")]
    [InlineData("Un départ de X n’est pas à l’ordre du jour à la Ville de Nancy.")]
    [InlineData("Le réseau social X quitte la Californie, selon Libération.")]
    [InlineData("La CFDT annonce son départ à la retraite à 62 ans, sur X.")]
    public void Extract_NoDeparture_FindsNone(string text) => Assert.Equal("", DepartureTexts.Summary(text));

    [Fact]
    public void Extract_Seed_FindsBothBodiesAndBothPresidents()
    {
        var text = File.ReadAllText(Path.Combine(ProjectFiles.Seeds, "sources", "000_4973c41a31cc2682.txt"));
        const string Expected = "region-44 leaves facebook,instagram,linkedin,bluesky> | departement-54 leaves 2025-01-20/ facebook,instagram,linkedin,youtube,threads>"
            + " | Franck Leroy leaves | Chaynesse Khirouni leaves";

        Assert.Equal(Expected, DepartureTexts.Summary(text, "2025-01-20"));
        Assert.Equal(Expected, DepartureTexts.Summary(text, null));
        Assert.Equal("sans y avoir été active", DepartureTexts.Read(text)[3].Note);
    }
}
