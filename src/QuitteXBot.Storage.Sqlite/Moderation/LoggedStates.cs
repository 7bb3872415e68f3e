using System.Globalization;
using System.Text.Json.Serialization;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Reads the rows of the log, which <see cref="RevisionRows"/> writes, back into what they were made of.</summary>
internal static class LoggedStates
{
    public static StoredOrganisation Of(OrganisationRow row) => new(
        new Organisation
        {
            Id = row.Id,
            Kind = OrganisationKinds.TryParse(row.Kind, out var kind) ? kind : OrganisationKind.Other,
            Name = row.Name,
            ShortName = row.ShortName,
            Aliases = [.. row.Aliases],
            Code = row.Code,
            Country = row.Country,
            DepartementCode = row.DepartementCode,
            RegionCode = row.RegionCode,
            Population = row.Population,
        },
        row.MergedInto,
        row.Withdrawn,
        row.EditedBy);

    /// <param name="textNumber">Of the text that has the row's SHA-256.</param>
    public static StoredSource Of(SourceRow row, long textNumber) => new(
        new Source
        {
            Id = row.Id,
            Text = "",
            Outlet = row.Outlet,
            Title = row.Title,
            Author = row.Author,
            Published = Date(row.Published),
            Url = row.Url,
            ArchiveUrl = row.ArchiveUrl,
            Retrieved = row.Retrieved is { } at ? DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture) : null,
            Language = row.Language,
            RightsNote = row.RightsNote,
        },
        textNumber,
        row.Sha256,
        row.Withdrawn,
        row.EditedBy);

    public static Statement Of(StatementRow row) => new()
    {
        Id = row.Id,
        Quote = new Quote(row.Source, row.Start, row.End, row.Quote, row.Prefix, row.Suffix, row.Truncated, row.Heading),
        Attribution = new Attribution(row.Speaker, row.Role, row.OrganisationId, row.Organisation, Spelling.Basis(row.Attribution)),
        Reasons = [.. row.Reasons],
        Topic = Spelling.Topic(row.Topic),
        SaidOn = Date(row.SaidOn),
        Status = Spelling.Status(row.Status),
        Confidence = new Confidence(row.Confidence[0], row.Confidence[1], row.Confidence[2], row.Confidence[3]),
    };

    public static StoredReport Of(ReportRow row) => new(
        new DepartureReport
        {
            Id = row.Id,
            OrganisationId = row.OrganisationId,
            Person = row.Person,
            Action = Spelling.Action(row.Action),
            Announced = Date(row.Announced),
            Effective = Date(row.Effective),
            Observed = Date(row.Observed),
            PlatformsKept = [.. row.PlatformsKept],
            PlatformsJoined = [.. row.PlatformsJoined],
            Accounts = [.. row.Accounts],
            Note = row.Note,
            Citation = new Citation(
                row.Citation.Source, row.Citation.Outlet, row.Citation.Title, Date(row.Citation.Published), row.Citation.Url,
                row.Citation.Start, row.Citation.End, row.Citation.Prefix, row.Citation.Suffix),
        },
        row.Withdrawn,
        row.EditedBy);

    private static PartialDate? Date(string? text) => PartialDate.TryParse(text, out var date) ? date : null;
}

/// <summary>Apart from <see cref="RevisionRows"/>, so that writing does not wait for what only undoing needs.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SourceRow))]
[JsonSerializable(typeof(OrganisationRow))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(StatementRow))]
[JsonSerializable(typeof(ReportRow))]
[JsonSerializable(typeof(ReviewRow))]
[JsonSerializable(typeof(ChangeRow))]
internal sealed partial class LoggedRows : JsonSerializerContext;
