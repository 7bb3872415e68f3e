namespace QuitteXBot.Configuration;

/// <summary>The section <c>Maintenance</c>: what is done by itself, and when.</summary>
/// <param name="KeepBackups">How many of the newest backups stay.</param>
/// <param name="ReindexAt">Time of day in UTC, null for never; so the others.</param>
internal sealed record MaintenanceSection(int KeepBackups, TimeOnly? ReindexAt, TimeOnly? BackupAt, TimeOnly? SourceCheckAt)
{
    public static MaintenanceSection Read(SectionReader section) => new(
        (int)section.Number("KeepBackups", 14, 1, 10_000),
        section.TimeOfDay("ReindexAt"),
        section.TimeOfDay("BackupAt"),
        section.TimeOfDay("SourceCheckAt"));
}
