using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>Makes reports of the rows of <c>seeds/departures.csv</c>. Each row tells of one who leaves.</summary>
internal sealed class DepartureRecords(RowOrganisations organisations, OrganisationBook book)
{
    public DepartureReport Report(DepartureRow row)
    {
        var organisation = row.Kind is { } kind ? organisations.Find(row, kind) : null;
        if (organisation is null)
            book.Refer(row.Name, null, null);
        var citation = new Citation("", WebAddress.Host(row.Url), null, null, row.Url);
        return new DepartureReport
        {
            Id = ReportId.Of(organisation ?? $"person:{row.Name}", DepartureAction.Leaves, citation),
            OrganisationId = organisation,
            Person = organisation is null ? row.Name : null,
            Action = DepartureAction.Leaves,
            Announced = row.DateKind == DateKindInRow.Announced ? row.Date : null,
            Effective = row.DateKind == DateKindInRow.Effective ? row.Date : null,
            Observed = row.DateKind == DateKindInRow.Mentioned ? row.Date : null,
            PlatformsKept = row.PlatformsKept,
            PlatformsJoined = row.PlatformsJoined,
            Note = row.Note,
            Citation = citation,
        };
    }
}
