using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Tests.Names;

[Collection(RealNamesCollection.Name)]
public sealed class NamePropertyTests(RealNames names)
{
    // Pieces that names, codes, wording and attacks are made of, joined at random.
    private static readonly string[] Pieces =
    [
        "Saint", "st", "-", "'", "’", " ", "de", "la", "d'", "ville", "région", "cd", "54", "2A", "(", ")", ",", "Moselle", "paris", "université",
        "métropole", "est", "grand", "é", "œ", "\u0301", "\u202E", "\u0000", "\uD83D", "😀", "*", "\"", "--", "%", "X", "\n", ".", "974", "99999", "abcdefghijklmnop",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    [Fact]
    public void AnyText_NeverThrows() => Prop.ForAll<string?>(text => Ask(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyMixture_NeverThrows() => Prop.ForAll(Texts.ToArbitrary(), Ask).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void OfficialName_OfEachOrganisation_FindsIt()
    {
        foreach (var organisation in names.Gazetteer.Organisations)
        {
            var resolution = names.Index.ResolveExactly(organisation.Name);
            Assert.True(
                resolution.Organisation?.Id == organisation.Id || resolution.Candidates.Any(candidate => candidate.Id == organisation.Id)
                || resolution is { Outcome: ResolutionOutcome.Ambiguous, Candidates.Length: 25 } || IsOvershadowed(organisation, resolution),
                $"{organisation.Id} {organisation.Name}: {resolution.Outcome} {resolution.Organisation?.Id}");
        }
    }

    [Fact]
    public void LetterLeftOut_OfLongDepartementName_StillFindsIt()
    {
        foreach (var departement in names.Gazetteer.Organisations)
        {
            if (departement is not { Kind: OrganisationKind.Departement, ShortName: { } name })
                continue;

            // Fewer than nine letters leave too little to tell a slip from another name; a name that others have is not unique.
            if (name.Count(char.IsLetter) < 9 || names.Index.Resolve(name).Organisation?.Id != departement.Id)
                continue;
            for (var index = 0; index < name.Length; index++)
            {
                if (!char.IsLetter(name[index]))
                    continue;
                var typed = name.Remove(index, 1);
                var resolution = names.Index.Resolve(typed);
                Assert.True(
                    resolution.Organisation?.Id == departement.Id || resolution.Candidates.Any(candidate => candidate.Id == departement.Id)
                    || resolution is { Organisation: not null, Match: NameMatch.Exact },
                    $"{typed}: {resolution.Outcome} {resolution.Organisation?.Id}");
            }
        }
    }

    // A hamlet of the same name is not listed beside a plainly larger town; its code or its département finds it.
    private bool IsOvershadowed(Organisation organisation, Resolution resolution) =>
        resolution.Organisation is { } meant && meant.Kind == organisation.Kind && meant.Population >= 20 * (organisation.Population ?? 0)
        && names.Index.ResolveExactly($"{organisation.ShortName ?? organisation.Name} ({organisation.DepartementCode})") is var placed
        && (placed.Organisation?.Id == organisation.Id || placed.Candidates.Any(candidate => candidate.Id == organisation.Id));

    private bool Ask(string text)
    {
        var resolution = names.Index.Resolve(text);
        var exact = names.Index.ResolveExactly(text);
        var spans = names.Index.FindMentions(text);
        var end = 0;
        foreach (var mention in spans)
        {
            if (mention.Start < end || mention.Length <= 0 || mention.Start + mention.Length > text.Length)
                return false;
            end = mention.Start + mention.Length;
        }

        return names.Index.Complete(text, 25).Count <= 25
            && (resolution.Organisation is not null) == (resolution.Outcome == ResolutionOutcome.Resolved)
            && resolution.Candidates.Length <= 25
            && (exact.Outcome != ResolutionOutcome.Resolved || exact.Organisation == resolution.Organisation);
    }
}
