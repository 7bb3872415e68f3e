using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names;

namespace QuitteXBot.Search.Tests.Names;

[Collection(RealNamesCollection.Name)]
public sealed class OverlayNamesTests(RealNames names)
{
    private static readonly Organisation Workshop = new()
    {
        Id = "association-atelier-des-embruns",
        Kind = OrganisationKind.Association,
        Name = "Atelier des Embruns",
        Aliases = ["ADE29"],
    };

    private static readonly string[] Pieces = ["Nantes", "Ville de", "Université de", "Embruns", "Atelier", "Kerlevan", "Bordeaux", "Rennes"];

    private static readonly Gen<Organisation> Organisations =
        from pieces in Gen.Elements(Pieces).ListOf(2)
        from alias in Gen.Elements("Sillage", "Ressac", "Ponant", "Noroît")
        from kind in Gen.Elements(OrganisationKind.Association, OrganisationKind.Media, OrganisationKind.Company)
        select new Organisation { Id = "", Kind = kind, Name = string.Join(' ', pieces.Distinct()), Aliases = [alias] };

    [Fact]
    public void Resolve_ANewOrganisation_FindsItByEveryName()
    {
        var overlay = Overlay([], Workshop);

        Assert.Equal(Workshop.Id, overlay.Resolve("atelier des embruns").Organisation?.Id);
        Assert.Equal(Workshop.Id, overlay.ResolveExactly("ade29").Organisation?.Id);
        Assert.Equal(Workshop.Id, overlay.Resolve("atelier des enbruns").Organisation?.Id);
        Assert.Equal(Workshop.Id, overlay.Find(Workshop.Id)?.Id);
        Assert.Contains(overlay.Complete("atelier des em", 5), organisation => organisation.Id == Workshop.Id);
        var mention = Assert.Single(overlay.FindMentions("Pourquoi l’Atelier des Embruns quitte X ?"));
        Assert.Equal(Workshop.Id, mention.Resolution.Organisation?.Id);
    }

    [Fact]
    public void Resolve_AnAddedAlias_FindsTheOrganisationByItAndByItsOldNames()
    {
        var departement = names.Index.Find("departement-54")!;
        var overlay = Overlay([], departement with { Aliases = [.. departement.Aliases, "Le Pays des Mirabelles"] });

        Assert.Equal("departement-54", overlay.Resolve("pays des mirabelles").Organisation?.Id);
        Assert.Equal("departement-54", overlay.Resolve("meurthe-et-moselle").Organisation?.Id);
        Assert.Equal("departement-54", overlay.Resolve("meurte et moselle").Organisation?.Id);
        Assert.Equal(["departement-54"], overlay.Complete("pays des mira", 5).Select(organisation => organisation.Id));
    }

    [Fact]
    public void Resolve_ARenamedOrganisation_IsFoundByItsNewNameOnly()
    {
        using var below = NameIndex.FromOrganisations([(Workshop, true)]);
        var overlay = new OverlayNames(below, new HashSet<string> { Workshop.Id }, [Workshop with { Name = "Fabrique du Ressac", Aliases = [] }]);

        Assert.Equal("Fabrique du Ressac", overlay.Resolve("fabrique du ressac").Organisation?.Name);
        Assert.Equal(ResolutionOutcome.Unknown, overlay.Resolve("atelier des embruns").Outcome);
        Assert.Equal("Fabrique du Ressac", overlay.Find(Workshop.Id)?.Name);
        Assert.Empty(overlay.Complete("atelier", 5));
        Assert.Empty(overlay.FindMentions("Pourquoi l’Atelier des Embruns quitte X ?"));
    }

    [Fact]
    public void Resolve_AnOrganisationThatIsGone_AppearsNowhere()
    {
        var overlay = Overlay(["university-universite-de-bordeaux"]);

        Assert.Null(overlay.Find("university-universite-de-bordeaux"));
        var bordeaux = overlay.Resolve("bordeaux");
        Assert.Equal(names.Index.Resolve("bordeaux").Candidates.Length - 1, bordeaux.Candidates.Length);
        Assert.DoesNotContain(bordeaux.Candidates, candidate => candidate.Id == "university-universite-de-bordeaux");
        Assert.DoesNotContain(overlay.Complete("université de bord", 25), organisation => organisation.Id == "university-universite-de-bordeaux");
    }

    [Fact]
    public void Resolve_ANameThatBothKnow_IsAmbiguous()
    {
        var overlay = Overlay([], Workshop with { Aliases = ["Meurthe-et-Moselle"] });

        var resolution = overlay.Resolve("meurthe-et-moselle");

        Assert.Equal(ResolutionOutcome.Ambiguous, resolution.Outcome);
        Assert.Equal(["departement-54", Workshop.Id], resolution.Candidates.Select(candidate => candidate.Id));
        var mention = Assert.Single(overlay.FindMentions("Pourquoi la Meurthe-et-Moselle quitte X ?"));
        Assert.Equal(ResolutionOutcome.Ambiguous, mention.Resolution.Outcome);
    }

    [Theory]
    [InlineData("bordeaux")]
    [InlineData("paris")]
    [InlineData("saint-denis")]
    [InlineData("grand est")]
    [InlineData("meurte et moselle")]
    [InlineData("54")]
    [InlineData("nulle part ailleurs")]
    public void Resolve_OrganisationsChangedInNothing_AnswersAsBefore(string name)
    {
        var before = names.Index.Resolve(name);
        var touched = before.Candidates.Append(before.Organisation).OfType<Organisation>()
            .Append(names.Index.Find("departement-75")!).Append(names.Index.Find("departement-54")!).DistinctBy(organisation => organisation.Id);

        var after = Overlay([], [.. touched]).Resolve(name);

        Assert.Equal(before.Outcome, after.Outcome);
        Assert.Equal(before.Organisation?.Id, after.Organisation?.Id);
        Assert.Equal(before.Candidates.Select(candidate => candidate.Id).Order(), after.Candidates.Select(candidate => candidate.Id).Order());
    }

    [Fact]
    public void Resolve_AnyChange_FindsExactNamesAsNamesWrittenAnewDo()
    {
        var cases =
            from old in Organisations.ListOf(6)
            from fresh in Organisations.ListOf(4)
            from gone in Gen.Elements(0, 1, 2, 3, 4, 5).ListOf(2)
            select (old, fresh, gone);
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var before = Numbered(given.old, 0);
            var after = Numbered(given.fresh, 4);
            var changed = given.gone.Select(number => $"o{number}").Concat(after.Select(organisation => organisation.Id)).ToHashSet();
            var present = before.Where(organisation => !changed.Contains(organisation.Id)).Concat(after).ToList();
            using var below = NameIndex.FromOrganisations(before.Select(organisation => (organisation, true)));
            using var anew = NameIndex.FromOrganisations(present.Select(organisation => (organisation, true)));
            var overlay = new OverlayNames(below, changed, after);

            foreach (var name in before.Concat(after).SelectMany(organisation => organisation.Aliases.Append(organisation.Name)).Distinct())
                Assert.Equal(Ids(anew.ResolveExactly(name)), Ids(overlay.ResolveExactly(name)));
            foreach (var organisation in before.Concat(after))
                Assert.Equal(anew.Find(organisation.Id)?.Name, overlay.Find(organisation.Id)?.Name);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static List<Organisation> Numbered(IReadOnlyList<Organisation> organisations, int first) =>
        [.. organisations.Select((organisation, number) => organisation with { Id = $"o{first + number}" })];

    private static IEnumerable<string> Ids(Resolution resolution) =>
        (resolution.Organisation is { } organisation ? [organisation] : resolution.Outcome == ResolutionOutcome.Ambiguous ? resolution.Candidates : [])
            .Select(found => found.Id).Order();

    private OverlayNames Overlay(string[] gone, params Organisation[] fresh) =>
        new(names.Index, gone.Concat(fresh.Select(organisation => organisation.Id)).ToHashSet(), fresh);
}
