using System.Collections.Immutable;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Moderation;

/// <summary>How far a maintainer's work is, or what came of it.</summary>
public abstract record MaintenanceStep;

/// <param name="Part">0 to 1 of that stage, where it is known.</param>
public sealed record UnderWay(MaintenanceStage Stage, double? Part = null) : MaintenanceStep;

/// <summary>What was there before still serves.</summary>
public sealed record WorkFailed(Error Error) : MaintenanceStep;

/// <param name="Documents">In the index that serves now.</param>
/// <param name="Faults">What could not be read; everything else was.</param>
public sealed record Reindexed(IngestReport Report, int Documents, ImmutableArray<Error> Faults) : MaintenanceStep;

/// <summary>Counted in sources.</summary>
/// <param name="Suspected">Their quotes were not found today; a second check on another day decides.</param>
/// <param name="Unknown">Their pages could not be read this time.</param>
/// <param name="Findings">The sources at fault: id, and since when; suspected ones without a day.</param>
public sealed record SourcesChecked(int Present, int Changed, int Gone, int Suspected, int Unknown, ImmutableArray<SourceFinding> Findings) : MaintenanceStep;

/// <param name="Page">Null where it is only suspected.</param>
public sealed record SourceFinding(string SourceId, string Url, Core.Moderation.PageCheck? Page);

public enum MaintenanceStage
{
    Configuration,
    Seeds,
    Storing,
    Indexing,
    Sources,
}
