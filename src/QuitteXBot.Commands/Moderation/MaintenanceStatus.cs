using System.Collections.Immutable;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Moderation;

/// <summary>How the running program is.</summary>
/// <param name="Platforms">Name, and <c>ok</c>, <c>waiting</c> or <c>given-up</c> with the fault's code.</param>
/// <param name="LastBackup">Null where none is kept.</param>
/// <param name="LastSourceCheck">When the last one ended; null where none ever did.</param>
/// <param name="Work">Whether a reindex or a check goes on.</param>
/// <param name="Errors">Warnings and errors since the start, newest first, without anybody's data.</param>
public sealed record MaintenanceStatus(
    string Version, StoreSummary Store, GenerationStatus Generation, ImmutableArray<PlatformState> Platforms, DateTimeOffset? LastBackup,
    DateTimeOffset? LastSourceCheck, bool Work, ImmutableArray<LoggedError> Errors);

public sealed record GenerationStatus(string Id, DateTimeOffset BuiltAt, int Documents);

public sealed record PlatformState(string Name, string State);

public sealed record LoggedError(DateTimeOffset At, string Words);

/// <param name="Length">In bytes.</param>
public sealed record BackupFile(string Name, long Length);

/// <param name="TakesLog">Whether the store is empty and takes the file's log with its authors; else what is taken in is logged as one import.</param>
/// <param name="Take">Takes it in.</param>
public sealed record ImportPreview(IngestReport Report, bool TakesLog, Func<CancellationToken, Task<Result<IngestReport>>> Take);
