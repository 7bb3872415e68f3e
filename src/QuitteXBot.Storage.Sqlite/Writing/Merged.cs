using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <summary>Organisations that moderators merged into others: what arrives under the old id goes to the other.</summary>
internal sealed class Merged
{
    private readonly Dictionary<string, Organisation> _into = [];

    public Merged(Database database)
    {
        using var rows = database.Query(
            $"SELECT {OrganisationReader.Columns}, f.id FROM organisations f JOIN organisations o ON o.id = f.merged_into WHERE f.merged_into IS NOT NULL");
        while (rows.Read())
            _into.Add(rows.Text(OrganisationReader.ColumnCount), OrganisationReader.Map(rows));
    }

    public IngestBatch Of(IngestBatch batch) => _into.Count == 0 ? batch : batch with
    {
        Persons = [.. batch.Persons.Select(Of)],
        Statements = [.. batch.Statements.Select(Of)],
        Reports = [.. batch.Reports.Select(Of)],
    };

    public Statement Of(Statement statement) =>
        Find(statement.Attribution.OrganisationId) is { } into ? Move(statement, into) : statement;

    public DepartureReport Of(DepartureReport report) =>
        Find(report.OrganisationId) is { } into ? report with { OrganisationId = into.Id } : report;

    public static Statement Move(Statement statement, Organisation into) =>
        statement with { Attribution = statement.Attribution with { OrganisationId = into.Id, OrganisationName = into.Name } };

    private Person Of(Person person) => Find(person.OrganisationId) is { } into ? person with { OrganisationId = into.Id } : person;

    private Organisation? Find(string? id) => id is null ? null : _into.GetValueOrDefault(id);
}
