using static QuitteXBot.Commands.Definitions.OptionNames;

namespace QuitteXBot.Commands.Definitions;

/// <summary>The options of the commands that change what is recorded.</summary>
internal static class ModerationOptions
{
    public static OptionDefinition TheQuote { get; } = new()
    {
        Name = Quote,
        FrenchName = "citation",
        Kind = OptionKind.Verbatim,
        Summary = new("Les mots exacts, sans guillemets autour", "The exact words, without quotation marks around them"),
    };

    public static OptionDefinition TheSpeaker { get; } = new()
    {
        Name = Speaker,
        FrenchName = "auteur",
        Aliases = ["personne", "author"],
        Kind = OptionKind.Text,
        Summary = new("Qui parle\u00A0: prénom et nom", "Who speaks: first and last name"),
    };

    public static OptionDefinition TheRole { get; } = new()
    {
        Name = Role,
        FrenchName = "fonction",
        Aliases = ["role"],
        Kind = OptionKind.Text,
        Summary = new("Sa fonction\u00A0: présidente du Département", "Their function: president of the Département"),
    };

    public static OptionDefinition TheUrl { get; } = new()
    {
        Name = Url,
        FrenchName = "adresse",
        Aliases = ["lien", "link"],
        Kind = OptionKind.Text,
        Summary = new("L’adresse de la source\u00A0: https://…", "The source’s address: https://…"),
    };

    public static OptionDefinition TheOutlet { get; } = new()
    {
        Name = Outlet,
        FrenchName = "media",
        Aliases = ["journal"],
        Kind = OptionKind.Text,
        Summary = new("Qui l’a publiée\u00A0: La Semaine", "Who published it: La Semaine"),
    };

    public static OptionDefinition TheTitle { get; } = new()
    {
        Name = Title,
        FrenchName = "titre",
        Kind = OptionKind.Text,
        Summary = new("Le titre de la source", "The source’s title"),
    };

    public static OptionDefinition ThePublished { get; } = new()
    {
        Name = Published,
        FrenchName = "parution",
        Aliases = ["publie"],
        Kind = OptionKind.Date,
        Summary = new("La date de parution\u00A0: 2025-01-20", "The date of publication: 2025-01-20"),
    };

    public static OptionDefinition TheSaidOn { get; } = new()
    {
        Name = SaidOn,
        FrenchName = "dit",
        Aliases = ["date"],
        Kind = OptionKind.Date,
        Summary = new("Quand cela a été dit\u00A0: 2025-01-20", "When it was said: 2025-01-20"),
    };

    public static OptionDefinition TheReasons { get; } = new()
    {
        Name = Reasons,
        FrenchName = "raisons",
        Aliases = ["raison", "reason"],
        Kind = OptionKind.Text,
        Summary = new("Les raisons invoquées, séparées par des virgules", "The reasons given, separated by commas"),
    };

    public static OptionDefinition TheNewKind { get; } = new()
    {
        Name = Kind,
        FrenchName = "type",
        Kind = OptionKind.OrganisationKind,
        Summary = new("Pour une organisation encore inconnue\u00A0: son type", "For an organisation not known yet: its kind"),
    };

    public static OptionDefinition TheFile { get; } = new()
    {
        Name = OptionNames.File,
        FrenchName = "fichier",
        Kind = OptionKind.Attachment,
        Summary = new("Un fichier .txt, .md ou .html", "A .txt, .md or .html file"),
    };

    public static OptionDefinition TheText { get; } = new()
    {
        Name = OptionNames.Text,
        FrenchName = "texte",
        Kind = OptionKind.Verbatim,
        Summary = new("Le texte, tel quel", "The text, as it is"),
    };

    public static OptionDefinition TheNote { get; } = new()
    {
        Name = Note,
        FrenchName = "motif",
        Kind = OptionKind.Text,
        Summary = new("Pourquoi", "Why"),
    };

    public static OptionDefinition TheStatement { get; } = new()
    {
        Name = Id,
        FrenchName = "id",
        Kind = OptionKind.Statement,
        Required = true,
        Summary = new("L’identifiant de la déclaration", "The statement’s id"),
    };

    public static OptionDefinition TheDraft { get; } = new()
    {
        Name = Draft,
        FrenchName = "apercu",
        Kind = OptionKind.Statement,
        Summary = new("L’aperçu à reprendre\u00A0; sans lui, le dernier", "The preview to go on with; without it, the latest"),
    };

    public static OptionDefinition TheReview { get; } = new()
    {
        Name = Review,
        FrenchName = "numero",
        Kind = OptionKind.Review,
        Summary = new("Le numéro dans la file de relecture", "The number in the review queue"),
    };

    public static OptionDefinition ThePart { get; } = new()
    {
        Name = Part,
        FrenchName = "partie",
        Kind = OptionKind.Page,
        Summary = new("La partie du formulaire\u00A0: 1 ou 2", "The part of the form: 1 or 2"),
    };

    public static OptionDefinition TheFinding { get; } = new()
    {
        Name = Finding,
        FrenchName = "trouvaille",
        Kind = OptionKind.Page,
        Summary = new("Le numéro de la citation trouvée", "The number of the quote found"),
    };

    /// <summary>Kept by the bot in its own buttons and forms: the revision that the moderator saw.</summary>
    public static OptionDefinition TheSeen { get; } = new()
    {
        Name = Seen,
        FrenchName = "vu",
        Kind = OptionKind.Page,
        Summary = new("La révision que vous avez lue", "The revision that you read"),
    };
}
