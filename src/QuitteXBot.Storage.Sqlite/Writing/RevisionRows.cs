using System.Globalization;
using System.Text.Json.Serialization;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <summary>A source as the log has it. Its text is kept under its hash, once.</summary>
internal sealed record SourceRow(
    string Id, string Sha256, string? Outlet, string? Title, string? Author, string? Published, string? Url, string? ArchiveUrl,
    string? Retrieved, string Language, string? RightsNote, bool Withdrawn)
{
    public static SourceRow Of(Source source, string sha256, bool withdrawn) => new(
        source.Id, sha256, source.Outlet, source.Title, source.Author, source.Published?.ToString(), source.Url, source.ArchiveUrl,
        source.Retrieved?.ToString("O", CultureInfo.InvariantCulture), source.Language, source.RightsNote, withdrawn);
}

internal sealed record OrganisationRow(
    string Id, string Kind, string Name, string? ShortName, string[] Aliases, string? Code, string Country, string? DepartementCode,
    string? RegionCode, int? Population)
{
    public static OrganisationRow Of(Organisation organisation) => new(
        organisation.Id, organisation.Kind.Name(), organisation.Name, organisation.ShortName, [.. organisation.Aliases], organisation.Code,
        organisation.Country, organisation.DepartementCode, organisation.RegionCode, organisation.Population);
}

internal sealed record StatementRow(
    string Id, string Source, int Start, int End, string Quote, string Prefix, string Suffix, bool Truncated, bool Heading,
    string? Speaker, string? Role, string? OrganisationId, string? Organisation, string Attribution, string[] Reasons, string Topic,
    string? SaidOn, string Status, double[] Confidence)
{
    public static StatementRow Of(Statement statement)
    {
        var (quote, attribution, confidence) = (statement.Quote, statement.Attribution, statement.Confidence);
        return new StatementRow(
            statement.Id, quote.SourceId, quote.Start, quote.End, quote.Text, quote.Prefix, quote.Suffix, quote.Truncated, quote.Heading,
            attribution.Speaker, attribution.Role, attribution.OrganisationId, attribution.OrganisationName, Spelling.Of(attribution.Basis),
            [.. statement.Reasons], Spelling.Of(statement.Topic), statement.SaidOn?.ToString(), Spelling.Of(statement.Status),
            [confidence.Quote, confidence.Speaker, confidence.Organisation, confidence.Reasons]);
    }
}

internal sealed record ReportRow(
    string Id, string? OrganisationId, string? Person, string Action, string? Announced, string? Effective, string? Observed,
    string[] PlatformsKept, string[] PlatformsJoined, string[] Accounts, string? Note, CitationRow Citation, bool Withdrawn)
{
    public static ReportRow Of(DepartureReport report, bool withdrawn) => new(
        report.Id, report.OrganisationId, report.Person, Spelling.Of(report.Action), report.Announced?.ToString(), report.Effective?.ToString(),
        report.Observed?.ToString(), [.. report.PlatformsKept], [.. report.PlatformsJoined], [.. report.Accounts], report.Note,
        CitationRow.Of(report.Citation), withdrawn);
}

internal sealed record CitationRow(
    string Source, string? Outlet, string? Title, string? Published, string? Url, int Start, int End, string Prefix, string Suffix)
{
    public static CitationRow Of(Citation citation) => new(
        citation.SourceId, citation.Outlet, citation.Title, citation.Published?.ToString(), citation.Url, citation.Start, citation.End,
        citation.Prefix, citation.Suffix);
}

/// <summary>Writes the rows of the log, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SourceRow))]
[JsonSerializable(typeof(OrganisationRow))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(StatementRow))]
[JsonSerializable(typeof(ReportRow))]
internal sealed partial class RevisionRows : JsonSerializerContext;
