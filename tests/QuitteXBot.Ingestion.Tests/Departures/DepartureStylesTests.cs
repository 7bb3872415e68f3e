namespace QuitteXBot.Ingestion.Tests.Departures;

/// <summary>Texts of several styles and lengths, written for these tests.</summary>
public sealed class DepartureStylesTests
{
    [Fact]
    public void Extract_Dispatch_TellsDatesAndPlatforms() => Assert.Equal(
        "commune-86194 leaves 2025-01-20/2025-01-31 facebook,instagram,linkedin>bluesky",
        DepartureTexts.Summary(
            """
            Poitiers dit adieu à X

            POITIERS, 21 janvier 2025 – La Ville de Poitiers a annoncé lundi qu’elle quitterait le réseau social X (ex-Twitter) à compter du 31 janvier.
            La municipalité reste présente sur Facebook, Instagram et Linkedin. Elle vient d’ouvrir un compte sur BlueSky.
            « Nous ne voulons plus cautionner la haine », explique la maire.
            """));

    [Fact]
    public void Extract_PressRelease_SpeaksForItself() => Assert.Equal(
        "university-universite-rennes-2 dormant /2024-11-04 instagram>mastodon",
        DepartureTexts.Summary(
            """
            L’Université Rennes 2 n’alimentera plus son compte X

            À partir du 4 novembre 2024, l’Université Rennes 2 cesse toute publication sur X. Le compte restera ouvert mais ne sera plus alimenté.
            L’établissement rejoint Mastodon et continue d’informer ses étudiants sur Instagram.
            """));

    [Fact]
    public void Extract_Roundup_KeepsEachApart() => Assert.Equal(
        "media-ouest-france suspends 2024-11-19/ | media-le-monde stays | media-liberation leaves /2025-01-21 >bluesky",
        DepartureTexts.Summary(
            """
            Les médias français divisés

            Ouest-France a annoncé le 19 novembre 2024 suspendre son compte X. Le Monde, lui, reste sur X pour l’instant.
            Libération quitte X ce mardi 21 janvier pour Bluesky.
            """));

    [Fact]
    public void Extract_PerOrganisation_SharesOutThePlatforms() => Assert.Equal(
        "commune-35238 leaves facebook,linkedin> | epci-243500139 leaves instagram>mastodon",
        DepartureTexts.Summary(
            """
            La Ville de Rennes et Rennes Métropole quittent X. La Ville de Rennes reste sur Facebook et LinkedIn.
            Rennes Métropole conserve son compte Instagram et passe sur Mastodon.
            """));

    [Fact]
    public void Extract_DistributiveList_SharesOutThePlatforms() => Assert.Equal(
        "commune-35238 leaves facebook,linkedin> | epci-243500139 leaves instagram,mastodon>",
        DepartureTexts.Summary(
            "La Ville de Rennes et Rennes Métropole quittent X. Elles restent actives sur Facebook et LinkedIn pour la Ville de Rennes, Instagram et Mastodon pour Rennes Métropole."));

    [Fact]
    public void Extract_QuoteSaysWe_IsTheSpeakersAct()
    {
        const string Text = "Sur X, la CFDT s’explique. « Nous quittons X dès aujourd’hui », écrit la CFDT.";

        Assert.Equal("union-cfdt leaves /2025-01-21", DepartureTexts.Summary(Text, DepartureTexts.Published, DepartureTexts.Quote(Text, "Nous quittons X dès aujourd’hui", null, "union-cfdt", "CFDT")));
    }

    [Fact]
    public void Extract_QuoteSaysI_IsThePersonsAct()
    {
        const string Text = "Elle l’a écrit sur X. « Je quitte X », annonce Jeanne Martin, maire de Nancy.";

        Assert.Equal("Jeanne Martin leaves", DepartureTexts.Summary(Text, DepartureTexts.Published, DepartureTexts.Quote(Text, "Je quitte X", "Jeanne Martin", "commune-54395", "Ville de Nancy")));
    }

    [Fact]
    public void Extract_QuoteOfACritic_TellsNoDepartureOfHis()
    {
        const string Text = "« Il faut que chacun quitte X », réclame la CFDT.";

        Assert.Equal("", DepartureTexts.Summary(Text, DepartureTexts.Published, DepartureTexts.Quote(Text, "Il faut que chacun quitte X", null, "union-cfdt", "CFDT")));
    }

    [Theory]
    [InlineData("Suivant l’exemple de Libération, Ouest-France claque la porte de X.", "media-ouest-france leaves")]
    [InlineData("La Ville de Paris a définitivement fermé ses comptes Facebook et X.", "commune-75056 deletes")]
    [InlineData("« Trop de haine » : la Ville de Paris claque la porte du réseau X", "commune-75056 leaves")]
    [InlineData("La Ville de Paris, qui a rejoint Bluesky, quitte X.", "commune-75056 leaves >bluesky")]
    [InlineData("La maire de Rennes, Jeanne Martin, a annoncé que la Ville de Rennes quittait X.", "commune-35238 leaves")]
    [InlineData("La Ville de Rennes quitte X, a annoncé lundi Jeanne Martin.", "commune-35238 leaves 2025-01-20/")]
    [InlineData("La Ville de Rennes, a annoncé Jeanne Martin, quitte X.", "commune-35238 leaves")]
    [InlineData("Selon Ouest-France, la Ville de Rennes a quitté X.", "commune-35238 leaves")]
    [InlineData("Depuis le 3 janvier, la Ville de Rennes n’est plus sur X.", "commune-35238 leaves /2025-01-03")]
    [InlineData("Présente sur X depuis 2009, la Ville de Rennes quitte le réseau social.", "commune-35238 leaves")]
    [InlineData("La Ville de Rennes quitte X, racheté en octobre 2022 par un milliardaire.", "commune-35238 leaves")]
    [InlineData("La Ville de Rennes a acté son départ de X fin janvier.", "commune-35238 leaves 2025-01/")]
    [InlineData("La décision de la Ville de Rennes de quitter X prendra effet le 1er février.", "commune-35238 leaves /2025-02-01")]
    [InlineData("La Ville de Rennes quitte X. Cette décision prendra effet le 1er février.", "commune-35238 leaves /2025-02-01")]
    [InlineData("La Ville de Rennes a annoncé lundi son départ de X. Il sera effectif en mars.", "commune-35238 leaves 2025-01-20/2025-03")]
    [InlineData("La Ville de Rennes a mis fin à sa présence sur X.", "commune-35238 leaves")]
    [InlineData("La Ville de Rennes n’est plus active sur X.", "commune-35238 dormant")]
    [InlineData("La Ville de Rennes a décidé de ne plus publier sur X.", "commune-35238 dormant")]
    [InlineData("La Ville de Rennes quitte X mais ne supprime pas son compte.", "commune-35238 leaves")]
    [InlineData("La Ville de Rennes met en pause son activité sur X.", "commune-35238 suspends")]
    [InlineData("Un an après son départ, la Ville de Rennes est de retour sur X.", "commune-35238 returns")]
    [InlineData("Le conseil municipal a voté mardi le départ de la Ville de Rennes de X.", "commune-35238 leaves 2025-01-21/")]
    [InlineData("La Ville de Rennes se retire de X.", "commune-35238 leaves")]
    [InlineData("La Ville de Rennes et l’université de Bordeaux, notamment, ont quitté X.", "commune-35238 leaves | university-universite-de-bordeaux leaves")]
    [InlineData("Libération, Ouest-France et Le Monde ont quitté X.", "media-liberation leaves | media-ouest-france leaves | media-le-monde leaves")]
    [InlineData("Plusieurs médias ont quitté X, dont Libération et Ouest-France.", "media-liberation leaves | media-ouest-france leaves")]
    [InlineData("Twitter : la Ville de Paris supprime son compte", "commune-75056 deletes")]
    [InlineData("Le CHU de Nancy a désactivé son compte X.", "CHU de Nancy deletes")]
    [InlineData("Le quotidien La Gazette du Plateau a cessé de publier sur X.", "La Gazette du Plateau dormant")]
    [InlineData("L’association Terre Commune a rejoint le mouvement et quitté X le 20 janvier.", "Terre Commune leaves /2025-01-20")]
    [InlineData("La Ligue des droits de l’Homme, Terre Commune et la Ruche ont décidé de quitter X.", "association-ldh leaves | Terre Commune leaves | Ruche leaves")]
    [InlineData("Le club de football Olympique Lavallois a annoncé qu’il quittait le réseau social X.", "Olympique Lavallois leaves")]
    [InlineData("La présidente de la Région Bretagne a annoncé ce mardi que la collectivité se retirait de X.", "region-53 leaves 2025-01-21/")]
    [InlineData("X, c’est fini pour la Ville de Nancy", "commune-54395 leaves")]
    [InlineData("La Ville de Nancy arrête X", "commune-54395 leaves")]
    [InlineData("Clap de fin sur X pour la Ville de Nancy et l’université de Bordeaux", "commune-54395 leaves | university-universite-de-bordeaux leaves")]
    [InlineData("Libération est lu partout. Le quotidien national a suspendu ses publications sur X.", "media-liberation suspends")]
    [InlineData("Le Monde n’envisage pas, pour l’instant, de quitter X.", "media-le-monde stays")]
    [InlineData("Le Monde n’a pas l’intention de quitter X.", "media-le-monde stays")]
    [InlineData("Le Monde said it had no plans to leave X.", "media-le-monde stays")]
    [InlineData("La CFDT a annoncé son intention de quitter X.", "union-cfdt leaves")]
    [InlineData("Le maire de Poitiers Paul Petit, la maire de Rennes Anne Grand et la députée Zoé Blanc quittent X.", "Paul Petit leaves | Anne Grand leaves | Zoé Blanc leaves")]
    [InlineData("X : la Ville de Nancy claque la porte\n\nLa municipalité a annoncé lundi son départ du réseau social.", "commune-54395 leaves 2025-01-20/")]
    [InlineData("La Ville de Nancy quitte X. Elle reste sur Facebook et Instagram. Elle y avait déjà fermé un compte. L’université de Bordeaux avait fermé son compte X en 2023.", "commune-54395 leaves facebook,instagram> | university-universite-de-bordeaux deletes /2023")]
    [InlineData("Ouest-France devient le premier journal à quitter X\n\nLe quotidien régional a annoncé mardi qu’il suspendait ses publications sur X.", "media-ouest-france suspends 2025-01-21/")]
    [InlineData("The city of Paris is leaving X, it said on Monday.", "commune-75056 leaves 2025-01-20/")]
    public void Extract_Wording_IsUnderstood(string text, string expected) => Assert.Equal(expected, DepartureTexts.Summary(text));

    [Theory]
    [InlineData("Un collectif demande que la Ville de Rennes quitte X.")]
    [InlineData("L’opposition veut que la Ville de Rennes quitte X.")]
    [InlineData("La Ville de Rennes se demande s’il faut quitter X.")]
    [InlineData("La question d’un départ de X se pose à la Ville de Rennes.")]
    [InlineData("La Ville de Rennes réfléchit à son départ de X.")]
    [InlineData("Pourquoi pas un abandon de X par la Ville de Rennes ?")]
    [InlineData("La Ville de Rennes publie sur X le départ du directeur de cabinet.")]
    [InlineData("Le joueur quitte le club, annonce Ouest-France sur X.")]
    [InlineData("Jeanne Martin quitte la mairie. Elle l’a écrit sur X.")]
    [InlineData("La Ville de Rennes a répondu sur X à ceux qui annonçaient son départ de la métropole.")]
    [InlineData("Le ministre quitte le gouvernement, selon un message publié sur le réseau social X.")]
    [InlineData("Elle a posté sur X une vidéo de la fermeture de la piscine par la Ville de Rennes.")]
    [InlineData("La Ville de Rennes a suspendu la circulation, indique-t-elle sur X.")]
    [InlineData("La Ville de Rennes arrête le stationnement gratuit, selon son compte X.")]
    [InlineData("Le tramway reste à quai, précise Rennes Métropole sur X.")]
    [InlineData("X ferme ses bureaux de Paris. La Ville de Paris le regrette.")]
    [InlineData("La Ville de Paris arrête la publication de son magazine, annonce-t-elle sur X.")]
    [InlineData("La Ville de Paris ne répond plus sur X le week-end.")]
    [InlineData("La CFDT ferme ses comptes à la banque, selon X.")]
    [InlineData("La CFDT maintient son compte de résultat, écrit-elle sur X.")]
    [InlineData("La CFDT cesse de communiquer sur ses adhérents, relève un internaute sur X.")]
    [InlineData("Le Monde revient sur X et ses dérives dans une enquête.")]
    [InlineData("Jeanne Martin a annoncé sur X son départ du gouvernement.")]
    [InlineData("La CFDT explique comment quitter X, et HelloQuitteX aide à le faire.")]
    [InlineData("Le Monde publie une tribune appelant les médias à quitter X.")]
    [InlineData("X a supprimé le compte de Libération.")]
    [InlineData("Les rayons X quittent l’appareil de l’AP-HP.")]
    public void Extract_OtherNews_TellsNoDeparture(string text) => Assert.Equal("", DepartureTexts.Summary(text));

    [Fact]
    public void Extract_ADayStillToCome_IsWhenItHoldsNotWhenItWasSaid() => Assert.Equal(
        "university-universite-rennes-2 deletes 2025-01-23/2025-01-31",
        DepartureTexts.Summary("Rennes, le 23 janvier 2025 – L’Université Rennes 2 a décidé de fermer son compte X (ex-Twitter) le 31 janvier prochain.", published: null));

    [Fact]
    public void Extract_APersonWhoOnlySpeaksOfIt_DoesNotLeave() => Assert.DoesNotContain(
        "Camille Durand",
        DepartureTexts.Summary("Le maire d’Angers, Camille Durand, a justifié mardi la mise en sommeil du compte X de la municipalité."),
        StringComparison.Ordinal);
}
