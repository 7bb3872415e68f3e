using System.Collections.Immutable;
using QuitteXBot.Commands.Requests;
using static QuitteXBot.Commands.Definitions.CommandOptions;

namespace QuitteXBot.Commands.Definitions;

/// <summary>Every command, in the order in which help lists them.</summary>
public static class CommandCatalogue
{
    public static ImmutableArray<CommandDefinition> All { get; } =
        [.. Reading, .. ModerationCommands.OfMembers, .. ModerationCommands.OfModerators, .. MaintenanceCommands.All];

    /// <summary>The commands that answer from what is recorded.</summary>
    private static ImmutableArray<CommandDefinition> Reading =>
    [
        new()
        {
            Name = CommandNames.Why,
            FrenchName = "pourquoi",
            Options = [TheOrganisation, AReason, ADay, APage, ALanguage, AVisibility],
            Summary = new("Pourquoi une organisation quitte X, dans ses propres mots", "Why an organisation leaves X, in its own words"),
            Example = new("/pourquoi meurthe-et-moselle", "/why meurthe-et-moselle"),
        },
        new()
        {
            Name = CommandNames.Where,
            FrenchName = "ou",
            Options = [TheOrganisation, ADay, ALanguage, AVisibility],
            Summary = new("Où suivre une organisation désormais", "Where to follow an organisation now"),
            Example = new("/ou grand est", "/where grand est"),
        },
        new()
        {
            Name = CommandNames.When,
            FrenchName = "quand",
            Options = [TheOrganisation, ADay, ALanguage, AVisibility],
            Summary = new("Quand une organisation a quitté X", "When an organisation left X"),
            Example = new("/quand ville de paris", "/when ville de paris"),
        },
        new()
        {
            Name = CommandNames.Who,
            FrenchName = "qui",
            Options = [AKind, APlace, APlatform, AReason, APeriod, ADay, APage, ALanguage, AVisibility],
            Summary = new("Qui a quitté X, par type, lieu, plateforme, raison ou période", "Who left X, by kind, place, platform, reason or period"),
            Example = new("/qui type:université lieu:bretagne", "/who kind:university place:bretagne"),
        },
        new()
        {
            Name = CommandNames.Reasons,
            FrenchName = "raisons",
            Options = [AnOrganisation, AKind, APlace, ADay, ALanguage, AVisibility],
            Summary = new("Les raisons invoquées, et combien de fois", "The reasons given, and how often"),
            Example = new("/raisons type:université", "/reasons kind:university"),
        },
        new()
        {
            Name = CommandNames.Compare,
            FrenchName = "comparer",
            Options =
            [
                TheOrganisation with
                {
                    Name = OptionNames.First,
                    FrenchName = "premiere",
                    Aliases = ["a"],
                    Summary = new("La première organisation", "The first organisation"),
                },
                TheOrganisation with
                {
                    Name = OptionNames.Second,
                    FrenchName = "seconde",
                    Aliases = ["b", "deuxieme"],
                    Summary = new("La seconde organisation", "The second organisation"),
                },
                ADay,
                ALanguage,
                AVisibility,
            ],
            Summary = new("Deux organisations côte à côte\u00A0: raisons, dates, citations", "Two organisations side by side: reasons, dates, quotes"),
            Example = new("/comparer grand est et meurthe-et-moselle", "/compare grand est vs meurthe-et-moselle"),
        },
        new()
        {
            Name = CommandNames.Search,
            FrenchName = "chercher",
            Aliases = ["recherche", "rechercher", "cherche", "find"],
            Options =
            [
                Words(
                    required: true,
                    "Les mots à chercher\u202F; entre guillemets, une expression exacte",
                    "The words to look for; in quotation marks, an exact phrase"),
                AnOrganisation,
                AReason,
                ADay,
                APage,
                ALanguage,
                AVisibility,
            ],
            Summary = new("Cherche dans les déclarations, puis dans les articles", "Searches the statements, then the articles"),
            Example = new("/chercher théories du complot", "/search conspiracy theories"),
        },
        new()
        {
            Name = CommandNames.Quote,
            FrenchName = "citation",
            Aliases = ["statement", "declaration"],
            Options =
            [
                Id(OptionKind.Statement, "L’identifiant d’une déclaration", "A statement’s id"),
                Words(required: false, "Ou des mots qu’elle contient", "Or words that it contains"),
                ADay,
                ALanguage,
                AVisibility,
            ],
            Summary = new("Une déclaration, avec son auteur et sa source", "One statement, with its author and source"),
            Example = new("/citation vecteur de division", "/quote vecteur de division"),
        },
        new()
        {
            Name = CommandNames.Source,
            FrenchName = "source",
            Aliases = ["sources"],
            Options =
            [
                Id(OptionKind.Source, "L’identifiant d’une source ou d’une déclaration", "A source’s or a statement’s id"),
                ADay,
                APage,
                ALanguage,
                AVisibility,
            ],
            Summary = new("Une source et ses citations, ou une citation dans son contexte", "A source and its quotes, or a quote in its context"),
            Example = new("/source", "/source"),
        },
        new()
        {
            Name = CommandNames.Help,
            FrenchName = "aide",
            Aliases = ["commandes", "commands"],
            Options =
            [
                new()
                {
                    Name = OptionNames.Command,
                    FrenchName = "commande",
                    Kind = OptionKind.Command,
                    Summary = new("La commande à expliquer", "The command to explain"),
                },
                ALanguage,
                AVisibility,
            ],
            Summary = new("Ce que l’on peut demander, et comment", "What can be asked, and how"),
            Example = new("/aide pourquoi", "/help why"),
        },
        new()
        {
            Name = CommandNames.About,
            FrenchName = "apropos",
            Aliases = ["a-propos"],
            Options = [ALanguage, AVisibility],
            Summary = new("Ce qu’est ce bot et ce qu’il contient", "What this bot is and what it holds"),
            Example = new("/apropos", "/about"),
        },
        new()
        {
            Name = CommandNames.Privacy,
            FrenchName = "confidentialite",
            Aliases = ["vie-privee"],
            Options = [ALanguage, AVisibility],
            Summary = new("Ce que le bot fait de vos données", "What the bot does with your data"),
            Example = new("/confidentialite", "/privacy"),
        },
    ];

    /// <summary>Whether the text begins with the name of a command that needs a store it can write to.</summary>
    public static bool IsDeskCommand(string text)
    {
        var line = text.AsSpan().TrimStart();
        return line.Length > 1 && line[0] is '/' or '!' && CommandNameReader.FindAtStart(line[1..].TrimStart()) is { Definition: var command }
            && !Reading.Any(reading => reading.Name == command.Name);
    }

    /// <summary>The command of that canonical name, or null.</summary>
    public static CommandDefinition? Find(string name) => All.FirstOrDefault(command => command.Name == name);

    private static OptionDefinition Words(bool required, string french, string english) => new()
    {
        Name = OptionNames.Words,
        FrenchName = "mots",
        Aliases = ["texte", "text"],
        Kind = OptionKind.Text,
        Required = required,
        Summary = new(french, english),
    };

    private static OptionDefinition Id(OptionKind kind, string french, string english) => new()
    {
        Name = OptionNames.Id,
        FrenchName = "id",
        Kind = kind,
        Summary = new(french, english),
    };
}
