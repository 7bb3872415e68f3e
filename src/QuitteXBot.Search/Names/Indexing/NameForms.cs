using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Resolving;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>The spellings under which an organisation is filed.</summary>
internal static class NameForms
{
    private static readonly HashSet<string> Ordinary = OrdinaryWords.Set();

    /// <summary>Folded spellings, each once, with the strongest of its roles.</summary>
    public static IReadOnlyCollection<KeyValuePair<string, FormRole>> Of(Organisation organisation)
    {
        var forms = new Dictionary<string, FormRole>(StringComparer.Ordinal);
        var territory = organisation.Kind is OrganisationKind.Region or OrganisationKind.Departement or OrganisationKind.Commune;

        // "Ville de X" is read through its wording: filing it under 35,000 full names besides would tell nothing more.
        if (organisation.Kind != OrganisationKind.Commune || organisation.ShortName is null)
            Add(forms, NameFolding.Fold(organisation.Name), FormRole.Name);
        if (organisation.ShortName is { } shortName)
            Add(forms, NameFolding.Fold(shortName), organisation.Kind == OrganisationKind.Epci ? EpciCore(shortName) : FormRole.Name);
        foreach (var alias in organisation.Aliases)
            Add(forms, NameFolding.Fold(alias), FormRole.Name);

        // A territory whose short name is withheld does not answer to it without its kind.
        var ofName = organisation.Kind switch
        {
            _ when territory => organisation.ShortName is null ? FormRole.QuietCore : FormRole.Name,
            OrganisationKind.Epci => EpciCore(organisation.ShortName ?? organisation.Name),
            OrganisationKind.University => FormRole.Core,
            _ => FormRole.QuietCore,
        };
        AddCores(forms, organisation.Name, organisation.Kind, ofName);
        foreach (var alias in organisation.Aliases)
            AddCores(forms, alias, organisation.Kind, organisation.Kind == OrganisationKind.Epci ? FormRole.Core : FormRole.WithKindOnly);
        return forms;
    }

    // "Sud" is not said for the Communauté d'agglomération du Sud, nor "Estuaire" for that of the Estuaire.
    private static FormRole EpciCore(string name) =>
        NameFolding.Fold(name).Split(' ').All(Ordinary.Contains) ? FormRole.WithKindOnly : FormRole.Core;

    private static void AddCores(Dictionary<string, FormRole> forms, string name, OrganisationKind kind, FormRole role)
    {
        var worded = WordedName.Whole(FoldedText.Of(name).All);

        // "Ville de Ville-d'Avray" loses its first word only.
        for (var most = kind == OrganisationKind.Commune ? 1 : 3; most > 0; most--)
        {
            if (worded.TakeOff() is not { } rest || !rest.Kinds.Contains(kind))
                return;
            worded = rest;
            Add(forms, worded.Strict(), role);
        }
    }

    private static void Add(Dictionary<string, FormRole> forms, string form, FormRole role)
    {
        if (form.Length > 0 && (!forms.TryGetValue(form, out var known) || role < known))
            forms[form] = role;
    }
}
