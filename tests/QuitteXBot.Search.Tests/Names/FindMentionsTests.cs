using System.Diagnostics;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Tests.Names;

[Collection(RealNamesCollection.Name)]
public sealed class FindMentionsTests(RealNames names)
{
    [Theory]
    [InlineData("pourquoi la région grand est quitte X ?", "région grand est", "region-44")]
    [InlineData("pourquoi grand est quitte x", "grand est", "region-44")]
    [InlineData("où suivre le grand est maintenant ?", "grand est", "region-44")]
    [InlineData("POURQUOI LE GRAND EST QUITTE X", "GRAND EST", "region-44")]
    [InlineData("why did Meurthe-et-Moselle leave X?", "Meurthe-et-Moselle", "departement-54")]
    [InlineData("pourquoi meurte et moselle a quitté X", "meurte et moselle", "departement-54")]
    [InlineData("pourquoi la meurthe et mozelle est partie ?", "meurthe et mozelle", "departement-54")]
    [InlineData("pourquoi la loire atlantic a quitté X", "la loire atlantic", "departement-44")]
    [InlineData("pourquoi la moselle quitte X ?", "la moselle", "departement-57")]
    [InlineData("pourquoi la loire quitte X ?", "la loire", "departement-42")]
    [InlineData("pourquoi la meurthe et moselle a quitté twitter", "meurthe et moselle", "departement-54")]
    [InlineData("Pourquoi l’Université de Bordeaux est-elle partie ?", "Université de Bordeaux", "university-universite-de-bordeaux")]
    [InlineData("pourquoi l'universite de bordeaux est partie", "universite de bordeaux", "university-universite-de-bordeaux")]
    [InlineData("why did bordeaux university leave X?", "bordeaux university", "university-universite-de-bordeaux")]
    [InlineData("why did the city of Paris leave Twitter?", "city of Paris", "commune-75056")]
    [InlineData("Pourquoi Toulouse Métropole reste sur X ?", "Toulouse Métropole", "epci-243100518")]
    [InlineData("pourquoi saint-denis (93) quitte X ?", "saint-denis (93)", "commune-93066")]
    [InlineData("pourquoi Saint-Paul, La Réunion, a quitté X", "Saint-Paul, La Réunion", "commune-97415")]
    [InlineData("pourquoi le CD54 quitte X", "CD54", "departement-54")]
    [InlineData("quand le 54 a-t-il quitté X ?", "54", "departement-54")]
    [InlineData("c'est quoi HelloQuitteX ?", "HelloQuitteX", "movement-helloquittex")]
    [InlineData("c'est quoi hello quitte x ?", "hello quitte x", "movement-helloquittex")]
    [InlineData("que dit la ldh", "ldh", "association-ligue-des-droits-de-l-homme")]
    [InlineData("Le Monde quitte X", "Le Monde", "media-le-monde")]
    [InlineData("pourquoi le monde a quitté X", "le monde", "media-le-monde")]
    [InlineData("pourquoi le nord quitte x", "le nord", "departement-59")]
    [InlineData("qui a quitté X dans le nord ?", "le nord", "departement-59")]
    [InlineData("pourquoi nice a quitté x", "nice", "commune-06088")]
    [InlineData("la ville de Sens quitte X", "ville de Sens", "commune-89387")]
    [InlineData("le maire de Lyon quitte X", "Lyon", "commune-69123")]
    [InlineData("pourquoi meurte et mozelle quitte X", "meurte et mozelle", "departement-54")]
    [InlineData("pourquoi la region gran est part", "region gran est", "region-44")]
    [InlineData("pourquoi la mairie de bordo quitte x", "mairie de bordo", "commune-33063")]
    [InlineData("why did strasbourg universite quit", "strasbourg universite", "university-universite-de-strasbourg")]
    public void FindMentions_Question_FindsTheName(string text, string name, string id)
    {
        var mention = Assert.Single(names.Index.FindMentions(text));
        Assert.Equal(name, text.Substring(mention.Start, mention.Length));
        Assert.Equal(id, mention.Resolution.Organisation?.Id);
    }

    [Theory]
    [InlineData("qui est passé sur Bluesky ?")]
    [InlineData("quelle heure est-il ?")]
    [InlineData("qui dénonce les théories du complot ?")]
    [InlineData("Qui a rejoint Mastodon ?")]
    [InlineData("le plus grand est parti")]
    [InlineData("pourquoi tout le monde quitte X")]
    [InlineData("dans le nord de la France")]
    [InlineData("dans le monde")]
    [InlineData("la somme de travail")]
    [InlineData("pourquoi pas")]
    [InlineData("une loi de l'Union européenne")]
    [InlineData("la Coupe du Monde")]
    [InlineData("Un accord avec la Suisse et le Sud")]
    [InlineData("Bernard Cazeneuve part. Pour Cazeneuve, X est toxique.")]
    [InlineData("M. Cazeneuve quitte X")]
    [InlineData("la génération Y et X")]
    [InlineData("the EU and the US leave")]
    [InlineData("Pourquoi Anne Martin quitte X ?")]
    [InlineData("la ville y gagne")]
    [InlineData("la mairie a quitté X")]
    [InlineData("Bernard Cazeneuve quitte X")]
    [InlineData("liste des universités qui ont quitté X")]
    [InlineData("raisons : haine, désinformation, violence")]
    [InlineData("who left X in January 2025?")]
    [InlineData("depuis le 20 janvier")]
    [InlineData("il y a 54 raisons de partir")]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("@everyone")]
    [InlineData("\" OR 1=1 --")]
    public void FindMentions_NoName_FindsNothing(string text) => Assert.Empty(names.Index.FindMentions(text));

    [Fact]
    public void FindMentions_Article_FindsAllInOrder()
    {
        const string text = "Deux collectivités partent : la Région Grand Est et le conseil départemental de Meurthe-et-Moselle, après la Ville de Paris, "
            + "l’AP-HP et Le Monde. La Meurthe et la Moselle sont des rivières, la Franche-Comté n’est plus une région.";
        var found = names.Index.FindMentions(text).Select(mention => text.Substring(mention.Start, mention.Length));
        Assert.Equal(
            ["Région Grand Est", "conseil départemental de Meurthe-et-Moselle", "Ville de Paris", "AP-HP", "Le Monde", "la Moselle"],
            found);
    }

    [Fact]
    public void FindMentions_Ambiguous_SaysSo()
    {
        var mentions = names.Index.FindMentions("compare bordeaux et toulouse");
        Assert.Equal([ResolutionOutcome.Ambiguous, ResolutionOutcome.Resolved], mentions.Select(mention => mention.Resolution.Outcome));
    }

    [Theory]
    [InlineData("La Région Grand Est quitte X, dit la ville de saint denis du nord de la France. ", 4_000)]
    [InlineData("région ", 0)]
    [InlineData("de ", 0)]
    [InlineData("(", 0)]
    [InlineData("saint ", 0)]
    public void FindMentions_LongText_IsReadInBoundedTime(string piece, int atLeast)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 160_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        Assert.InRange(names.Index.FindMentions(text).Count, Math.Min(atLeast, 160_000 / piece.Length), text.Length);

        // Takes a tenth of a second; what grows with the square of the length takes minutes.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
