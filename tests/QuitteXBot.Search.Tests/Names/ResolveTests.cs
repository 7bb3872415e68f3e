using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Tests.Names;

[Collection(RealNamesCollection.Name)]
public sealed class ResolveTests(RealNames names)
{
    [Theory]
    [InlineData("54", "departement-54")]
    [InlineData("le 54", "departement-54")]
    [InlineData("CD54", "departement-54")]
    [InlineData("cd 54", "departement-54")]
    [InlineData("CG54", "departement-54")]
    [InlineData("dept 54", "departement-54")]
    [InlineData("dpt54", "departement-54")]
    [InlineData("département 54", "departement-54")]
    [InlineData("département du 54", "departement-54")]
    [InlineData("conseil départemental 54", "departement-54")]
    [InlineData("département n° 1", "departement-01")]
    [InlineData("2A", "departement-2A")]
    [InlineData("2b", "departement-2B")]
    [InlineData("974", "departement-974")]
    [InlineData("44", "departement-44")]
    [InlineData("région 44", "region-44")]
    [InlineData("CR 44", "region-44")]
    [InlineData("région 2", "region-02")]
    [InlineData("54395", "commune-54395")]
    [InlineData("code INSEE 54395", "commune-54395")]
    [InlineData("commune 2A004", "commune-2A004")]
    [InlineData("243300316", "epci-243300316")]
    [InlineData("SIREN 243 300 316", "epci-243300316")]
    public void Resolve_Code_FindsTerritory(string name, string id) => AssertResolved(name, id, NameMatch.Exact);

    [Theory]
    [InlineData("Meurthe-et-Moselle", "departement-54")]
    [InlineData("meurthe et moselle", "departement-54")]
    [InlineData("MEURTHE ET MOSELLE", "departement-54")]
    [InlineData("meurthe moselle", "departement-54")]
    [InlineData("la Meurthe-et-Moselle", "departement-54")]
    [InlineData("Meurthe‑et‑Moselle", "departement-54")]
    [InlineData("54 - Meurthe-et-Moselle", "departement-54")]
    [InlineData("moselle", "departement-57")]
    [InlineData("la Moselle", "departement-57")]
    [InlineData("Grand Est", "region-44")]
    [InlineData("grand-est", "region-44")]
    [InlineData("le grand est", "region-44")]
    [InlineData("GRAND EST", "region-44")]
    [InlineData("ile de france", "region-11")]
    [InlineData("L'Île-de-France", "region-11")]
    [InlineData("cote d’or", "departement-21")]
    [InlineData("le nord", "departement-59")]
    [InlineData("Val d'Oise", "departement-95")]
    [InlineData("toulouse", "commune-31555")]
    [InlineData("Paris", "commune-75056")]
    [InlineData("lyon", "commune-69123")]
    [InlineData("Le Mans", "commune-72181")]
    [InlineData("mans", "commune-72181")]
    [InlineData("La Rochelle", "commune-17300")]
    [InlineData("rochelle", "commune-17300")]
    [InlineData("st etienne", "commune-42218")]
    [InlineData("Saint‐Étienne", "commune-42218")]
    [InlineData("vandoeuvre les nancy", "commune-54547")]
    [InlineData("Saint-Denis de La Réunion", "commune-97411")]
    [InlineData("corse", "region-94")]
    [InlineData("martinique", "region-02")]
    [InlineData("972", "departement-972")]
    [InlineData("Nouvelle-Calédonie", "departement-988")]
    [InlineData("Alsace", "departement-6AE")]
    [InlineData("grésivaudan", "epci-200018166")]
    [InlineData("Libération", "media-liberation")]
    [InlineData("le monde", "media-le-monde")]
    [InlineData("hello quitte x", "movement-helloquittex")]
    [InlineData("#HelloQuitteX", "movement-helloquittex")]
    [InlineData("collectif de 86 associations", "association-collectif-de-87-associations-et-syndicats")]
    [InlineData("Ligue des droits de l’Homme (LDH)", "association-ligue-des-droits-de-l-homme")]
    [InlineData("Aix Marseille Université", "university-aix-marseille-universite")]
    [InlineData("Lyon 3", "university-universite-jean-moulin-lyon-3")]
    public void Resolve_Name_FindsOrganisation(string name, string id) => AssertResolved(name, id, NameMatch.Exact);

    [Theory]
    [InlineData("conseil départemental de Meurthe-et-Moselle", "departement-54")]
    [InlineData("Département de la Moselle", "departement-57")]
    [InlineData("departement moselle", "departement-57")]
    [InlineData("conseil général des Vosges", "departement-88")]
    [InlineData("département de Paris", "departement-75")]
    [InlineData("région grand est", "region-44")]
    [InlineData("conseil régional du Grand Est", "region-44")]
    [InlineData("CR Bretagne", "region-53")]
    [InlineData("la Région Réunion", "region-04")]
    [InlineData("département de La Réunion", "departement-974")]
    [InlineData("collectivité territoriale de Martinique", "region-02")]
    [InlineData("Bordeaux Métropole", "epci-243300316")]
    [InlineData("métropole de Bordeaux", "epci-243300316")]
    [InlineData("métropole bordeaux", "epci-243300316")]
    [InlineData("université de bordeaux", "university-universite-de-bordeaux")]
    [InlineData("la fac de Bordeaux", "university-universite-de-bordeaux")]
    [InlineData("mairie de bordeaux", "commune-33063")]
    [InlineData("ville de bordeaux", "commune-33063")]
    [InlineData("la mairie de la ville de Bordeaux", "commune-33063")]
    [InlineData("Bordeaux (ville)", "commune-33063")]
    [InlineData("bordeaux city council", "commune-33063")]
    [InlineData("City of Paris", "commune-75056")]
    [InlineData("University of Bordeaux", "university-universite-de-bordeaux")]
    [InlineData("moselle department", "departement-57")]
    [InlineData("ville du Mans", "commune-72181")]
    [InlineData("Ville des Sables-d'Olonne", "commune-85194")]
    [InlineData("Ville-d'Avray", "commune-92077")]
    [InlineData("mairie de Ville-d'Avray", "commune-92077")]
    [InlineData("municipalité de Vienne", "commune-38544")]
    [InlineData("communauté de communes du Grésivaudan", "epci-200018166")]
    [InlineData("métropole de Lyon", "epci-200046977")]
    [InlineData("eurométropole de Strasbourg", "epci-246700488")]
    [InlineData("Strasbourg (ville)", "commune-67482")]
    [InlineData("CHU de Lyon", "hospital-hospices-civils-de-lyon")]
    [InlineData("journal L'Union", "media-l-union")]
    [InlineData("syndicat CFDT", "union-cfdt")]
    public void Resolve_AdministrativeWording_RestrictsKind(string name, string id) => AssertResolved(name, id, NameMatch.Exact);

    [Theory]
    [InlineData("AP-HP", "hospital-ap-hp")]
    [InlineData("aphp", "hospital-ap-hp")]
    [InlineData("A.P.-H.P.", "hospital-ap-hp")]
    [InlineData("C.F.D.T.", "union-cfdt")]
    [InlineData("cfdt", "union-cfdt")]
    [InlineData("LDH", "association-ligue-des-droits-de-l-homme")]
    [InlineData("Unistra", "university-universite-de-strasbourg")]
    [InlineData("UniCA", "university-universite-cote-d-azur")]
    [InlineData("PACA", "region-93")]
    [InlineData("IDF", "region-11")]
    [InlineData("MEL", "epci-200093201")]
    [InlineData("Grand Lyon", "epci-200046977")]
    [InlineData("Libé", "media-liberation")]
    [InlineData("SNJ", "union-syndicat-national-des-journalistes")]
    public void Resolve_Abbreviation_FindsOrganisation(string name, string id) => AssertResolved(name, id, NameMatch.Exact);

    [Theory]
    [InlineData("Saint-Denis (93)", "commune-93066")]
    [InlineData("saint-denis 974", "commune-97411")]
    [InlineData("saint denis 93200", "commune-93066")]
    [InlineData("Saint-Denis, Seine-Saint-Denis", "commune-93066")]
    [InlineData("Saint-Paul, La Réunion", "commune-97415")]
    [InlineData("Commune de Saint-Paul (La Réunion)", "commune-97415")]
    [InlineData("Vienne en Isère", "commune-38544")]
    [InlineData("Vienne (département)", "departement-86")]
    [InlineData("Vienne (38)", "commune-38544")]
    [InlineData("Ville (60)", "commune-60676")]
    [InlineData("la Vienne", "departement-86")]
    [InlineData("la Mayenne", "departement-53")]
    public void Resolve_ToldFromHomonyms_FindsTheOne(string name, string id) => AssertResolved(name, id, NameMatch.Exact);

    [Theory]
    [InlineData("bordeaux", "commune-33063", "epci-243300316", "university-universite-de-bordeaux")]
    [InlineData("strasbourg", "commune-67482", "epci-246700488", "university-universite-de-strasbourg")]
    [InlineData("vienne", "commune-38544", "departement-86")]
    [InlineData("mayenne", "commune-53147", "departement-53")]
    [InlineData("la réunion", "commune-47222", "departement-974", "region-04")]
    [InlineData("L'Union", "commune-31561", "media-l-union")]
    [InlineData("bordo", "commune-33063", "epci-243300316", "university-universite-de-bordeaux")]
    [InlineData("bordaux", "commune-33063", "epci-243300316", "university-universite-de-bordeaux")]
    public void Resolve_Homonyms_AreAmbiguous(string name, params string[] ids)
    {
        var resolution = names.Index.Resolve(name);
        Assert.Equal(ResolutionOutcome.Ambiguous, resolution.Outcome);
        Assert.Null(resolution.Organisation);
        Assert.Equal(ids, resolution.Candidates.Select(candidate => candidate.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Resolve_ManyHomonyms_ListsLargestFirst()
    {
        var resolution = names.Index.Resolve("saint-denis");
        Assert.Equal(ResolutionOutcome.Ambiguous, resolution.Outcome);
        Assert.Equal(["commune-97411", "commune-93066"], resolution.Candidates.Take(2).Select(candidate => candidate.Id));
    }

    [Theory]
    [InlineData("bretagne", "region-53")]
    [InlineData("corrèze", "departement-19")]
    [InlineData("landes", "departement-40")]
    [InlineData("la marne", "departement-51")]
    [InlineData("saint-paul", "commune-97415")]
    [InlineData("nantes", "commune-44109")]
    public void Resolve_PlainlyLargestHomonym_IsMeant(string name, string id) => AssertResolved(name, id, NameMatch.Exact);

    [Theory]
    [InlineData("moselles", "departement-57")]
    [InlineData("toulouze", "commune-31555")]
    [InlineData("touluose", "commune-31555")]
    [InlineData("renne", "commune-35238")]
    [InlineData("marseile", "commune-13055")]
    [InlineData("montpelier", "commune-34172")]
    [InlineData("grenobel", "commune-38185")]
    [InlineData("meurthe et mosele", "departement-54")]
    [InlineData("meurte et mozelle", "departement-54")]
    [InlineData("meurthet moselle", "departement-54")]
    [InlineData("meurthe-et-mozel", "departement-54")]
    [InlineData("conseil départemental de meurte et mozelle", "departement-54")]
    [InlineData("departemant de la moselle", "departement-57")]
    [InlineData("mozelle", "departement-57")]
    [InlineData("gran est", "region-44")]
    [InlineData("région grant est", "region-44")]
    [InlineData("haut de france", "region-32")]
    [InlineData("nouvelle aquitène", "region-75")]
    [InlineData("ile et vilaine", "departement-35")]
    [InlineData("loire atlantic", "departement-44")]
    [InlineData("seine saint deni", "departement-93")]
    [InlineData("univercité de bordeaux", "university-universite-de-bordeaux")]
    [InlineData("universite de strasbour", "university-universite-de-strasbourg")]
    [InlineData("universite bordeaux montagne", "university-universite-bordeaux-montaigne")]
    [InlineData("mairie de bordo", "commune-33063")]
    [InlineData("metropole europeene de lile", "epci-200093201")]
    [InlineData("mediapar", "media-mediapart")]
    [InlineData("ouest frence", "media-ouest-france")]
    [InlineData("helloquittx", "movement-helloquittex")]
    [InlineData("quimperle", "commune-29233")]
    [InlineData("quimperlay", "commune-29233")]
    [InlineData("kimper", "commune-29232")]
    public void Resolve_Slip_FindsOrganisation(string name, string id)
    {
        var resolution = names.Index.Resolve(name);
        Assert.Equal((ResolutionOutcome.Resolved, id), (resolution.Outcome, resolution.Organisation?.Id ?? Ids(resolution)));
    }

    [Theory]
    [InlineData("zblorg")]
    [InlineData("quelle heure")]
    [InlineData("quelle heure est-il ?")]
    [InlineData("bonjour")]
    [InlineData("politique")]
    [InlineData("pourquoi")]
    [InlineData("merci")]
    [InlineData("X")]
    [InlineData("twitter")]
    [InlineData("everyone")]
    [InlineData("community")]
    [InlineData("ville")]
    [InlineData("la mairie")]
    [InlineData("région")]
    [InlineData("le conseil départemental")]
    [InlineData("université")]
    [InlineData("métropole")]
    [InlineData("syndicat")]
    [InlineData("sud")]
    [InlineData("le maire")]
    [InlineData("saint")]
    [InlineData("macron")]
    [InlineData("bluesky")]
    [InlineData("facebook")]
    [InlineData("de la")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("😀🎉")]
    [InlineData("@everyone")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("'; DROP TABLE organisations; --")]
    [InlineData("99")]
    [InlineData("20")]
    [InlineData("123456789")]
    [InlineData("00000")]
    [InlineData("москва")]
    [InlineData("\u202E\u200F\u0000")]
    public void Resolve_NoOrganisation_IsUnknownWithoutCandidates(string name)
    {
        var resolution = names.Index.Resolve(name);
        Assert.Equal(ResolutionOutcome.Unknown, resolution.Outcome);
        Assert.Null(resolution.Organisation);
        Assert.Empty(resolution.Candidates);
    }

    [Theory]
    [InlineData("meurthe", "departement-54")]
    [InlineData("meurthe*", "departement-54")]
    [InlineData("région Moselle", "departement-57")]
    [InlineData("conseil départemental de Bordeaux", "commune-33063")]
    [InlineData("ville de Meurthe-et-Moselle", "departement-54")]
    [InlineData("Seine-et-Loire", "departement-71")]
    [InlineData("Franche-Comté", "university-universite-de-franche-comte")]
    [InlineData("Bordeaux (54)", "commune-33063")]
    public void Resolve_NearName_IsUnknownAndOffered(string name, string nearest)
    {
        var resolution = names.Index.Resolve(name);
        Assert.Equal(ResolutionOutcome.Unknown, resolution.Outcome);
        Assert.Equal(nearest, resolution.Candidates[0].Id);
        Assert.InRange(resolution.Candidates.Length, 1, 5);
    }

    [Theory]
    [InlineData("rennes 3")]
    [InlineData("lyon 4")]
    [InlineData("collectif de 88 associations")]
    public void Resolve_OtherFigure_IsAnotherName(string name) => Assert.Equal(ResolutionOutcome.Unknown, names.Index.Resolve(name).Outcome);

    [Fact]
    public void Resolve_TooLong_IsUnknown() => Assert.Equal(ResolutionOutcome.Unknown, names.Index.Resolve(new string('a', 3_000)).Outcome);

    [Theory]
    [InlineData("bordo")]
    [InlineData("toulouze")]
    [InlineData("meurthe et mosele")]
    [InlineData("univercité de bordeaux")]
    public void ResolveExactly_Slip_IsUnknown(string name) => Assert.Equal(ResolutionOutcome.Unknown, names.Index.ResolveExactly(name).Outcome);

    [Fact]
    public void ResolveExactly_RecordedDepartures_FindsOneEach()
    {
        foreach (var (name, kind) in RepositoryNames.Departures())
        {
            var resolution = names.Index.ResolveExactly(name);
            var meant = resolution.Organisation ?? Assert.Single(resolution.Candidates, candidate => candidate.Kind == kind);
            Assert.True(meant.Kind == kind || meant.Id == "union-syndicat-national-des-journalistes", $"{name}: {meant.Id}");
            if (meant.Kind == kind)
                Assert.Equal(meant.Id, names.Index.ResolveExactly(name, kind).Organisation?.Id);
        }
    }

    [Theory]
    [InlineData("Université Bordeaux-Montaigne", "Université Bordeaux Montaigne")]
    [InlineData("LDH", "Ligue des droits de l'Homme (LDH)")]
    [InlineData("collectif de 86 associations", "collectif de 87 associations et syndicats")]
    public void ResolveExactly_TwoSpellings_AreOne(string first, string second) =>
        Assert.Equal(names.Index.ResolveExactly(first).Organisation, names.Index.ResolveExactly(second).Organisation);

    [Fact]
    public void Find_Id_ReadsTheWholeOrganisation()
    {
        var nancy = names.Index.Find("commune-54395");
        Assert.NotNull(nancy);
        Assert.Equal(names.Gazetteer.Organisations.Single(organisation => organisation.Id == "commune-54395"), nancy with { Aliases = [] });
        Assert.Null(names.Index.Find("commune-0"));
        Assert.Null(names.Index.Find(""));
        Assert.Null(names.Index.Find("\uD83D"));
    }

    private static string Ids(Resolution resolution) => string.Join(' ', resolution.Candidates.Select(candidate => candidate.Id));

    private void AssertResolved(string name, string id, NameMatch match)
    {
        var resolution = names.Index.Resolve(name);
        Assert.Equal((ResolutionOutcome.Resolved, id, match), (resolution.Outcome, resolution.Organisation?.Id ?? Ids(resolution), resolution.Match));
    }
}
