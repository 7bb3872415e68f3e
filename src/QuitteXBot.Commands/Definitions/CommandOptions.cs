using static QuitteXBot.Commands.Definitions.OptionNames;

namespace QuitteXBot.Commands.Definitions;

/// <summary>The options that several commands share.</summary>
internal static class CommandOptions
{
    public static OptionDefinition TheOrganisation { get; } = new()
    {
        Name = Organisation,
        FrenchName = "organisation",
        Aliases = ["org", "organization"],
        Kind = OptionKind.Organisation,
        Required = true,
        Summary = new("Nom, sigle ou code de l’organisation", "Name, abbreviation or code of the organisation"),
    };

    public static OptionDefinition AnOrganisation { get; } = TheOrganisation with { Required = false };

    public static OptionDefinition AReason { get; } = new()
    {
        Name = Reason,
        FrenchName = "raison",
        Aliases = ["motif"],
        Kind = OptionKind.Reason,
        Summary = new("Seulement ce qui invoque cette raison", "Only what gives this reason"),
    };

    public static OptionDefinition AKind { get; } = new()
    {
        Name = Kind,
        FrenchName = "type",
        Aliases = ["categorie", "category"],
        Kind = OptionKind.OrganisationKind,
        Summary = new("Seulement les organisations de ce type", "Only organisations of this kind"),
    };

    public static OptionDefinition APlace { get; } = new()
    {
        Name = Place,
        FrenchName = "lieu",
        Kind = OptionKind.Place,
        Summary = new("Région, département ou pays", "Région, département or country"),
    };

    public static OptionDefinition APlatform { get; } = new()
    {
        Name = Platform,
        FrenchName = "plateforme",
        Aliases = ["reseau", "network"],
        Kind = OptionKind.Platform,
        Summary = new("Seulement celles qui sont sur cette plateforme", "Only those that are on this platform"),
    };

    public static OptionDefinition APeriod { get; } = new()
    {
        Name = Period,
        FrenchName = "periode",
        Aliases = ["date"],
        Kind = OptionKind.Period,
        Summary = new("Année, mois ou jour\u00A0: 2025, 2025-01, 2024-11..2025-01", "Year, month or day: 2025, 2025-01, 2024-11..2025-01"),
    };

    public static OptionDefinition ADay { get; } = new()
    {
        Name = AsOf,
        FrenchName = "au",
        Aliases = ["asof", "le"],
        Kind = OptionKind.Day,
        Summary = new("Répond comme ce jour-là\u00A0: 2025-01-20, 20 janvier 2025, 2025-01", "Answers as of that day: 2025-01-20, 20 January 2025, 2025-01"),
    };

    public static OptionDefinition APage { get; } = new()
    {
        Name = Page,
        FrenchName = "page",
        Kind = OptionKind.Page,
        Summary = new("Numéro de page, à partir de 1", "Page number, from 1"),
    };

    public static OptionDefinition ALanguage { get; } = new()
    {
        Name = Language,
        FrenchName = "langue",
        Aliases = ["language"],
        Kind = OptionKind.Language,
        Summary = new("Langue de la réponse\u00A0: fr ou en", "Language of the answer: fr or en"),
    };

    public static OptionDefinition AVisibility { get; } = new()
    {
        Name = Visible,
        FrenchName = "visible",
        Aliases = ["visibility", "visibilite"],
        Kind = OptionKind.Visibility,
        Summary = new("Qui voit la réponse\u00A0: me (vous seul) ou everyone (tout le monde)", "Who sees the answer: me or everyone"),
    };
}
