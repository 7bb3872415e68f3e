using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Commands.Moderation;

/// <summary>What the commands of maintainers have the program do. Of the work that takes long, one piece goes on at a time.</summary>
public interface IMaintenance
{
    Task<MaintenanceStatus> StatusAsync(CancellationToken cancellationToken);

    /// <summary>Starts to read the seeds and to build the index; it goes on whether its steps are read or not.</summary>
    /// <returns>How it gets on, its outcome last; null where other work goes on.</returns>
    IAsyncEnumerable<MaintenanceStep>? Reindex();

    /// <summary>Starts to look at the pages of all sources that published quotes are cited from.</summary>
    /// <returns>As of <see cref="Reindex"/>.</returns>
    IAsyncEnumerable<MaintenanceStep>? CheckSources();

    Task<Result<BackupFile>> BackupAsync(CancellationToken cancellationToken);

    /// <param name="format"><c>json</c>, <c>csv</c> or <c>jsonld</c>.</param>
    Task<ReplyFile> ExportAsync(string format, CancellationToken cancellationToken);

    /// <summary>Reads an export and tells what taking it in would change; nothing is stored.</summary>
    Task<Result<ImportPreview>> PreviewAsync(Enclosure file, CancellationToken cancellationToken);
}
