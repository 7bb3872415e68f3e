using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Indexing;

/// <param name="Faults">What could not be read; everything else was.</param>
internal sealed record ReindexOutcome(IngestReport Report, int Documents, ImmutableArray<Error> Faults)
{
    public override string ToString()
    {
        var lost = Report.Lost.IsEmpty ? "" : $" Lost, because their source no longer has their words: {string.Join(", ", Report.Lost)}.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Read the seeds: {Report.Added} added, {Report.Changed} changed, {Report.Unchanged} unchanged, {Report.Withdrawn} withdrawn. Indexed {Documents} documents.{lost}");
    }
}
