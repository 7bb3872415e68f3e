namespace QuitteXBot.Ingestion.Seeds;

/// <summary>How the seeds are read.</summary>
public sealed record SeedOptions
{
    /// <summary>From 0 to 1. Statements and departures that the ingestion is less sure of wait for a moderator.</summary>
    public double PublishFrom { get; init; } = 0.5;
}
