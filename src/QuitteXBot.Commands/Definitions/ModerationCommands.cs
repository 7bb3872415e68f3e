using System.Collections.Immutable;
using static QuitteXBot.Commands.Definitions.CommandOptions;
using static QuitteXBot.Commands.Definitions.ModerationOptions;

namespace QuitteXBot.Commands.Definitions;

/// <summary>The commands that keep the records true: what members suggest, what moderators post and review.</summary>
internal static class ModerationCommands
{
    public static ImmutableArray<CommandDefinition> OfMembers { get; } =
    [
        new()
        {
            Name = CommandNames.Suggest,
            FrenchName = "proposer",
            Options = [TheText, TheUrl with { Required = false }, AnOrganisation, ALanguage],
            Summary = new("Propose une déclaration aux modérateurs\u00A0: un texte ou une adresse", "Suggests a statement to the moderators: a text or an address"),
            Example = new("/proposer https://example.org/communique", "/suggest https://example.org/press-release"),
        },
        new()
        {
            Name = CommandNames.Report,
            FrenchName = "signaler",
            Options = [TheStatement, TheText, ALanguage],
            Summary = new("Signale une erreur dans une déclaration", "Reports an error in a statement"),
            Example = new("/signaler s0123456789ab Ce n’est pas la bonne date", "/report s0123456789ab The date is wrong"),
        },
        new()
        {
            Name = CommandNames.Confirm,
            FrenchName = "confirmer",
            Aliases = ["ok"],
            Options = [TheDraft, ALanguage],
            Summary = new("Enregistre ce que montre l’aperçu", "Records what the preview shows"),
            Example = new("/confirmer", "/confirm"),
        },
        new()
        {
            Name = CommandNames.Cancel,
            FrenchName = "abandonner",
            Options = [TheDraft, ALanguage],
            Summary = new("Abandonne l’aperçu\u00A0: rien n’est enregistré", "Drops the preview: nothing is recorded"),
            Example = new("/abandonner", "/cancel"),
        },
        new()
        {
            Name = CommandNames.PrivacyErase,
            FrenchName = "confidentialite effacer",
            Options =
            [
                new()
                {
                    Name = OptionNames.User,
                    FrenchName = "personne",
                    Kind = OptionKind.Text,
                    Summary = new("Pour un autre (mainteneurs)\u00A0: discord:1234, matrix:@a:b", "For somebody else (maintainers): discord:1234, matrix:@a:b"),
                },
                ALanguage,
            ],
            Summary = new("Efface ce qui vous identifie dans les registres du bot", "Erases what identifies you in the bot’s records"),
            Example = new("/confidentialite effacer", "/privacy erase"),
        },
    ];

    public static ImmutableArray<CommandDefinition> OfModerators { get; } =
    [
        new()
        {
            Name = CommandNames.StatementAdd,
            FrenchName = "declaration ajouter",
            Permission = Permission.Moderator,
            Options =
            [
                AnOrganisation, TheQuote, TheSpeaker, TheRole, TheUrl, TheOutlet, TheTitle, ThePublished, TheSaidOn, TheReasons, TheNewKind, TheDraft, ThePart,
                TheReview, ALanguage,
            ],
            Summary = new("Ajoute une déclaration\u00A0: aperçu, puis confirmation", "Adds a statement: a preview, then your confirmation"),
            Example = new("/declaration ajouter meurthe-et-moselle", "/statement add meurthe-et-moselle"),
        },
        new()
        {
            Name = CommandNames.StatementEdit,
            FrenchName = "declaration modifier",
            Permission = Permission.Moderator,
            Options =
            [
                TheStatement, AnOrganisation, TheQuote, TheSpeaker, TheRole, TheUrl, TheOutlet, TheTitle, ThePublished, TheSaidOn, TheReasons, TheNewKind, TheSeen,
                TheDraft, ThePart, ALanguage,
            ],
            Summary = new("Corrige une déclaration", "Corrects a statement"),
            Example = new("/declaration modifier s0123456789ab", "/statement edit s0123456789ab"),
        },
        new()
        {
            Name = CommandNames.StatementWithdraw,
            FrenchName = "declaration retirer",
            Permission = Permission.Moderator,
            Options = [TheStatement, TheNote, TheSeen, ALanguage],
            Summary = new("Retire une déclaration des réponses\u00A0; l’historique la garde", "Takes a statement out of the answers; the history keeps it"),
            Example = new("/declaration retirer s0123456789ab motif:\"propos démentis\"", "/statement withdraw s0123456789ab note:\"denied since\""),
        },
        new()
        {
            Name = CommandNames.StatementRestore,
            FrenchName = "declaration retablir",
            Permission = Permission.Moderator,
            Options = [TheStatement, TheNote, TheSeen, ALanguage],
            Summary = new("Rétablit une déclaration retirée", "Restores a statement that was withdrawn"),
            Example = new("/declaration retablir s0123456789ab", "/statement restore s0123456789ab"),
        },
        new()
        {
            Name = CommandNames.StatementHistory,
            FrenchName = "declaration historique",
            Permission = Permission.Moderator,
            Options = [TheStatement, APage, ALanguage],
            Summary = new("Qui a changé quoi, et quand", "Who changed what, and when"),
            Example = new("/declaration historique s0123456789ab", "/statement history s0123456789ab"),
        },
        new()
        {
            Name = CommandNames.SourceAdd,
            FrenchName = "source ajouter",
            Permission = Permission.Moderator,
            Options = [TheUrl, TheText, TheFile, TheOutlet, TheTitle, ThePublished, TheDraft, TheFinding, ALanguage],
            Summary = new("Ajoute un document et montre les citations trouvées", "Adds a document and shows the quotes found"),
            Example = new("/source ajouter https://example.org/communique", "/source add https://example.org/press-release"),
        },
        new()
        {
            Name = CommandNames.DepartureSet,
            FrenchName = "depart definir",
            Permission = Permission.Moderator,
            Options =
            [
                TheOrganisation,
                new()
                {
                    Name = OptionNames.Action,
                    FrenchName = "action",
                    Kind = OptionKind.Action,
                    Summary = new("Ce que fait l’organisation\u00A0: quitte, suspend, revient…", "What the organisation does: leaves, suspends, returns…"),
                },
                new()
                {
                    Name = OptionNames.Announced,
                    FrenchName = "annonce",
                    Kind = OptionKind.Date,
                    Summary = new("La date de l’annonce", "When it was announced"),
                },
                new()
                {
                    Name = OptionNames.Effective,
                    FrenchName = "effectif",
                    Kind = OptionKind.Date,
                    Summary = new("La date d’effet", "From when it holds"),
                },
                new()
                {
                    Name = OptionNames.Kept,
                    FrenchName = "conserve",
                    Kind = OptionKind.Text,
                    Summary = new("Les plateformes conservées, séparées par des virgules", "The platforms kept, separated by commas"),
                },
                new()
                {
                    Name = OptionNames.Joined,
                    FrenchName = "rejoint",
                    Kind = OptionKind.Text,
                    Summary = new("Les plateformes rejointes, séparées par des virgules", "The platforms joined, separated by commas"),
                },
                TheUrl, TheOutlet, TheTitle, ThePublished, TheNewKind, TheDraft, ALanguage,
            ],
            Summary = new("Enregistre un départ, une suspension ou un retour, avec sa source", "Records a departure, a suspension or a return, with its source"),
            Example = new(
                "/depart definir bordeaux action:quitte annonce:2025-01-20 adresse:https://example.org", "/departure set bordeaux action:leaves announced:2025-01-20 url:https://example.org"),
        },
        new()
        {
            Name = CommandNames.DepartureWithdraw,
            FrenchName = "depart retirer",
            Permission = Permission.Moderator,
            Options =
            [
                new() { Name = OptionNames.Id, FrenchName = "id", Kind = OptionKind.Statement, Required = true, Summary = new("L’identifiant du fait", "The fact’s id") },
                TheNote,
                ALanguage,
            ],
            Summary = new("Retire un fait enregistré sur un départ", "Withdraws a recorded fact of a departure"),
            Example = new("/depart retirer d0123456789ab", "/departure withdraw d0123456789ab"),
        },
        new()
        {
            Name = CommandNames.OrganisationMerge,
            FrenchName = "organisation fusionner",
            Permission = Permission.Moderator,
            Options =
            [
                TheOrganisation,
                TheOrganisation with { Name = OptionNames.Into, FrenchName = "dans", Aliases = [], Summary = new("Celle qui reste", "The one that stays") },
                TheNote,
                ALanguage,
            ],
            Summary = new("Fusionne deux fiches de la même organisation", "Merges two records of the same organisation"),
            Example = new("/organisation fusionner \"mairie de bordeaux\" dans:bordeaux", "/organisation merge \"mairie de bordeaux\" into:bordeaux"),
        },
        new()
        {
            Name = CommandNames.OrganisationAlias,
            FrenchName = "organisation alias",
            Permission = Permission.Moderator,
            Options =
            [
                TheOrganisation,
                new() { Name = OptionNames.Alias, FrenchName = "nom", Kind = OptionKind.Text, Summary = new("L’autre nom ou le sigle", "The other name or the abbreviation") },
                ALanguage,
            ],
            Summary = new("Donne un autre nom à une organisation", "Gives an organisation another name"),
            Example = new("/organisation alias bordeaux nom:BX", "/organisation alias bordeaux alias:BX"),
        },
        new()
        {
            Name = CommandNames.OrganisationHistory,
            FrenchName = "organisation historique",
            Permission = Permission.Moderator,
            Options = [TheOrganisation, APage, ALanguage],
            Summary = new("Ce qui a changé dans la fiche d’une organisation", "What changed in an organisation’s record"),
            Example = new("/organisation historique bordeaux", "/organisation history bordeaux"),
        },
        new()
        {
            Name = CommandNames.Undo,
            FrenchName = "annuler",
            Permission = Permission.Moderator,
            Options = [ALanguage],
            Summary = new("Annule votre dernier changement", "Undoes your own last change"),
            Example = new("/annuler", "/undo"),
        },
        new()
        {
            Name = CommandNames.Review,
            FrenchName = "relecture",
            Permission = Permission.Moderator,
            Options = [TheReview, APage, ALanguage],
            Summary = new("Ce qui attend une décision\u00A0: propositions, signalements, brouillons", "What awaits a decision: suggestions, reports, drafts"),
            Example = new("/relecture", "/review"),
        },
        new()
        {
            Name = CommandNames.ReviewAccept,
            FrenchName = "relecture accepter",
            Permission = Permission.Moderator,
            Options = [TheReview with { Required = true }, TheNote, ALanguage],
            Summary = new("Accepte un élément de la file", "Accepts an item of the queue"),
            Example = new("/relecture accepter 12", "/review accept 12"),
        },
        new()
        {
            Name = CommandNames.ReviewEdit,
            FrenchName = "relecture modifier",
            Permission = Permission.Moderator,
            Options = [TheReview with { Required = true }, ALanguage],
            Summary = new("Reprend un élément de la file avant de l’accepter", "Edits an item of the queue before accepting it"),
            Example = new("/relecture modifier 12", "/review edit 12"),
        },
        new()
        {
            Name = CommandNames.ReviewReject,
            FrenchName = "relecture refuser",
            Permission = Permission.Moderator,
            Options = [TheReview with { Required = true }, TheNote, ALanguage],
            Summary = new("Refuse un élément\u00A0; son auteur apprend pourquoi", "Rejects an item; its author is told why"),
            Example = new("/relecture refuser 12 motif:\"déjà enregistrée\"", "/review reject 12 note:\"already recorded\""),
        },
        new()
        {
            Name = CommandNames.AnnounceHere,
            FrenchName = "annoncer ici",
            Permission = Permission.Moderator,
            Options =
            [
                AKind, APlace, AReason,
                new()
                {
                    Name = OptionNames.Loud,
                    FrenchName = "sonore",
                    Kind = OptionKind.Switch,
                    Summary = new("Sur Matrix\u00A0: des messages qui notifient (oui ou non)", "On Matrix: messages that notify (on or off)"),
                },
                ALanguage,
            ],
            Summary = new("Annonce ici ce qui est publié", "Announces here what is published"),
            Example = new("/annoncer ici type:université", "/announce here kind:university"),
        },
        new()
        {
            Name = CommandNames.AnnounceOff,
            FrenchName = "annoncer arreter",
            Permission = Permission.Moderator,
            Options = [ALanguage],
            Summary = new("N’annonce plus rien ici", "Announces nothing here any more"),
            Example = new("/annoncer arreter", "/announce off"),
        },
        new()
        {
            Name = CommandNames.AnnounceStatus,
            FrenchName = "annoncer etat",
            Permission = Permission.Moderator,
            Options = [ALanguage],
            Summary = new("Où l’on annonce, et quoi", "Where it is announced, and what"),
            Example = new("/annoncer etat", "/announce status"),
        },
    ];
}
