using System.Collections.Immutable;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>One reading of the seeds: what could be read, and every fault with its file and line.</summary>
public sealed record SeedReading(IngestBatch Batch, ImmutableArray<Error> Errors);
