using System.Collections.Immutable;
using static QuitteXBot.Commands.Definitions.CommandOptions;
using static QuitteXBot.Commands.Definitions.ModerationOptions;

namespace QuitteXBot.Commands.Definitions;

/// <summary>The commands of those who run the bot.</summary>
internal static class MaintenanceCommands
{
    public static ImmutableArray<CommandDefinition> All { get; } =
    [
        new()
        {
            Name = CommandNames.Status,
            FrenchName = "etat",
            Permission = Permission.Maintainer,
            Options = [ALanguage],
            Summary = new("Version, comptes, index, plateformes, files, dernières erreurs", "Version, counts, index, platforms, queues, last errors"),
            Example = new("/etat", "/status"),
        },
        new()
        {
            Name = CommandNames.Reindex,
            FrenchName = "reindexer",
            Permission = Permission.Maintainer,
            Options = [ALanguage],
            Summary = new("Relit les seeds et reconstruit l’index, pendant que le bot répond", "Reads the seeds and builds the index anew while the bot answers"),
            Example = new("/reindexer", "/reindex"),
        },
        new()
        {
            Name = CommandNames.SourceCheck,
            FrenchName = "source verifier",
            Aliases = ["sources check", "sources verifier"],
            Permission = Permission.Maintainer,
            Options = [ALanguage],
            Summary = new("Vérifie que les pages citées sont là et portent encore les citations", "Checks that the cited pages are there and still carry the quotes"),
            Example = new("/source verifier", "/source check"),
        },
        new()
        {
            Name = CommandNames.Export,
            FrenchName = "exporter",
            Permission = Permission.Maintainer,
            Options =
            [
                new() { Name = OptionNames.Format, FrenchName = "format", Kind = OptionKind.Text, Summary = new("json, csv ou jsonld", "json, csv or jsonld") },
                ALanguage,
            ],
            Summary = new("Donne tout ce qui est enregistré, dans un fichier", "Gives all that is recorded, in a file"),
            Example = new("/exporter json", "/export json"),
        },
        new()
        {
            Name = CommandNames.Import,
            FrenchName = "importer",
            Permission = Permission.Maintainer,
            Options = [TheFile with { Summary = new("Le fichier d’un export", "The file of an export") }, ALanguage],
            Summary = new("Reprend un export\u00A0: aperçu des changements, puis confirmation", "Takes an export in: a preview of the changes, then your confirmation"),
            Example = new("/importer", "/import"),
        },
        new()
        {
            Name = CommandNames.Backup,
            FrenchName = "sauvegarder",
            Permission = Permission.Maintainer,
            Options = [ALanguage],
            Summary = new("Fait une sauvegarde, sans arrêter le bot", "Makes a backup while the bot runs on"),
            Example = new("/sauvegarder", "/backup"),
        },
    ];
}
