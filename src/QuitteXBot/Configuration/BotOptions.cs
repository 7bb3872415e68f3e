using QuitteXBot.Commands.Moderation;
using QuitteXBot.Core.Results;
using QuitteXBot.Ingestion.Fetching;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Configuration;

/// <summary>All that a maintainer can configure, checked.</summary>
internal sealed record BotOptions(
    PathsOptions Paths, StorageOptions Storage, SearchOptions Search, IngestionOptions Ingestion, ModerationRules Moderation, FetchOptions Fetching,
    MaintenanceSection Maintenance, MatrixOptions? Matrix)
{
    /// <summary>The store's file.</summary>
    public string StorePath => Storage.ConnectionString is { Length: > 0 } configured ? Path.GetFullPath(configured) : Path.Combine(Paths.Data, "quittexbot.db");

    /// <summary>Reads every section, and reports every fault of all of them at once.</summary>
    public static (BotOptions? Options, IReadOnlyList<Error> Errors) Read(ConfigurationTree tree)
    {
        var errors = new List<Error>();
        PermissionsSection.Check(tree.Root.GetSection("Permissions"), errors);
        var paths = PathsOptions.Read(tree.Section("Paths", errors));
        var options = new BotOptions(
            paths,
            StorageOptions.Read(tree.Section("Storage", errors)),
            SearchOptions.Read(tree.Section("Search", errors)),
            IngestionOptions.Read(tree.Section("Ingestion", errors)),
            ModerationSection.Read(tree.Section("Moderation", errors)),
            FetchingSection.Read(tree.Section("Fetching", errors), errors),
            MaintenanceSection.Read(tree.Section("Maintenance", errors)),
            MatrixSection.Read(tree.Section("Matrix", errors), tree.Root.GetSection("Permissions"), paths.Data, errors));
        tree.ReportUnknown(errors);
        return errors.Count == 0 ? (options, errors) : (null, errors);
    }
}
