using QuitteXBot.Commands.Localisation;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Values;

/// <summary>
/// Reads names as the bot itself writes them in choices, «Ville de Bordeaux (commune, Gironde)»: a completion may leave the whole label in the line.
/// </summary>
internal static class LabelledName
{
    public static string Of(Organisation organisation, IOrganisationResolver names, Texts texts) =>
        $"{organisation.Name} ({OrganisationWords.Distinction(organisation, names, texts)})";

    /// <summary>What the name means; where it ends in such a distinction, the organisation that has it.</summary>
    public static Resolution Resolve(IOrganisationResolver names, string name)
    {
        var open = name.EndsWith(')') ? name.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        if (open <= 0)
            return names.Resolve(name);
        var resolution = names.Resolve(name[..open]);
        if (resolution.Outcome == ResolutionOutcome.Unknown)
            return names.Resolve(name);
        foreach (var candidate in resolution.Candidates)
        {
            if (Of(candidate, names, Texts.In(Language.French)) == name || Of(candidate, names, Texts.In(Language.English)) == name)
                return new Resolution(ResolutionOutcome.Resolved, candidate, []);
        }

        return resolution;
    }
}
