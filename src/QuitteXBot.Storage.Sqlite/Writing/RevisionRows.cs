using System.Globalization;
using System.Text.Json.Serialization;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <summary>A source as the log has it. Its text is kept under its hash, once.</summary>
internal sealed record SourceRow(
    string Id, string Sha256, string? Outlet, string? Title, string? Author, string? Published, string? Url, string? ArchiveUrl,
    string? Retrieved, string Language, string? RightsNote, bool Withdrawn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EditedBy = null)
{
    public static SourceRow Of(StoredSource stored)
    {
        var source = stored.Source;
        return new SourceRow(
            source.Id, stored.Sha256, source.Outlet, source.Title, source.Author, source.Published?.ToString(), source.Url, source.ArchiveUrl,
            source.Retrieved?.ToString("O", CultureInfo.InvariantCulture), source.Language, source.RightsNote, stored.Withdrawn, stored.EditedBy);
    }
}

internal sealed record OrganisationRow(
    string Id, string Kind, string Name, string? ShortName, string[] Aliases, string? Code, string Country, string? DepartementCode,
    string? RegionCode, int? Population,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MergedInto = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Withdrawn = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EditedBy = null)
{
    public static OrganisationRow Of(StoredOrganisation stored)
    {
        var organisation = stored.Organisation;
        return new OrganisationRow(
            organisation.Id, organisation.Kind.Name(), organisation.Name, organisation.ShortName, [.. organisation.Aliases], organisation.Code,
            organisation.Country, organisation.DepartementCode, organisation.RegionCode, organisation.Population, stored.MergedInto,
            stored.Withdrawn, stored.EditedBy);
    }
}

internal sealed record StatementRow(
    string Id, string Source, int Start, int End, string Quote, string Prefix, string Suffix, bool Truncated, bool Heading,
    string? Speaker, string? Role, string? OrganisationId, string? Organisation, string Attribution, string[] Reasons, string Topic,
    string? SaidOn, string Status, double[] Confidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EditedBy = null)
{
    public static StatementRow Of(Statement statement, string? editedBy)
    {
        var (quote, attribution, confidence) = (statement.Quote, statement.Attribution, statement.Confidence);
        return new StatementRow(
            statement.Id, quote.SourceId, quote.Start, quote.End, quote.Text, quote.Prefix, quote.Suffix, quote.Truncated, quote.Heading,
            attribution.Speaker, attribution.Role, attribution.OrganisationId, attribution.OrganisationName, Spelling.Of(attribution.Basis),
            [.. statement.Reasons], Spelling.Of(statement.Topic), statement.SaidOn?.ToString(), Spelling.Of(statement.Status),
            [confidence.Quote, confidence.Speaker, confidence.Organisation, confidence.Reasons], editedBy);
    }
}

internal sealed record ReportRow(
    string Id, string? OrganisationId, string? Person, string Action, string? Announced, string? Effective, string? Observed,
    string[] PlatformsKept, string[] PlatformsJoined, string[] Accounts, string? Note, CitationRow Citation, bool Withdrawn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EditedBy = null)
{
    public static ReportRow Of(StoredReport stored)
    {
        var report = stored.Report;
        return new ReportRow(
            report.Id, report.OrganisationId, report.Person, Spelling.Of(report.Action), report.Announced?.ToString(), report.Effective?.ToString(),
            report.Observed?.ToString(), [.. report.PlatformsKept], [.. report.PlatformsJoined], [.. report.Accounts], report.Note,
            CitationRow.Of(report.Citation), stored.Withdrawn, stored.EditedBy);
    }
}

internal sealed record CitationRow(
    string Source, string? Outlet, string? Title, string? Published, string? Url, int Start, int End, string Prefix, string Suffix)
{
    public static CitationRow Of(Citation citation) => new(
        citation.SourceId, citation.Outlet, citation.Title, citation.Published?.ToString(), citation.Url, citation.Start, citation.End,
        citation.Prefix, citation.Suffix);
}

/// <summary>An item of the review queue as the log has it: what people wrote is there by its hash only, so that it can be erased.</summary>
internal sealed record ReviewRow(
    string Kind, string ContentSha256, string? StatementId, string? OrganisationId, string Language, string Status, string? Reason);

internal sealed record SubscriptionRow(
    string Platform, string Channel, string Language, string? Kind, string? DepartementCode, string? RegionCode, string? Reason, bool AsText,
    bool Ended);

/// <summary>A change, which all revisions from <paramref name="First"/> up to its own belong to.</summary>
internal sealed record ChangeRow(string Command, string? Note, long First, long? Undoes = null);

/// <summary>Writes the rows of the log, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SourceRow))]
[JsonSerializable(typeof(OrganisationRow))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(StatementRow))]
[JsonSerializable(typeof(ReportRow))]
[JsonSerializable(typeof(ReviewRow))]
[JsonSerializable(typeof(SubscriptionRow))]
[JsonSerializable(typeof(ChangeRow))]
internal sealed partial class RevisionRows : JsonSerializerContext;
