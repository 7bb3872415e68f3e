using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <summary>What the writers of one batch share: the transaction's connection, the log, the counts, and whose derived rows must be made anew.</summary>
internal sealed class IngestSession(Database database, IRevisionLog log, CancellationToken cancellationToken)
{
    private readonly List<string> _lost = [];
    private int _added;
    private int _changed;
    private int _unchanged;
    private int _withdrawn;

    public Database Database => database;

    public CancellationToken CancellationToken => cancellationToken;

    public HashSet<string> TouchedOrganisations { get; } = [];

    /// <summary>See <see cref="DepartureSubject"/>.</summary>
    public HashSet<string> TouchedSubjects { get; } = [];

    public IngestReport Report => new(_added, _changed, _unchanged, _withdrawn, [.. _lost.Order(StringComparer.Ordinal)]);

    public void CountUnchanged() => _unchanged++;

    public void CountLost(string statementId) => _lost.Add(statementId);

    /// <summary>Logs and counts the change of an entity that is, or was, withdrawn or not.</summary>
    public void Record<T>(string entity, string id, (T Row, bool Withdrawn)? before, (T Row, bool Withdrawn) after, JsonTypeInfo<T> type)
        where T : class
    {
        var action = before switch
        {
            null => "added",
            { Withdrawn: false } when after.Withdrawn => "withdrawn",
            { Withdrawn: true } when !after.Withdrawn => "restored",
            _ => "changed",
        };
        _ = action switch
        {
            "added" => _added++,
            "withdrawn" => _withdrawn++,
            _ => _changed++,
        };
        log.Append(entity, id, action, before?.Row, after.Row, type);
    }

    /// <summary>The list, with a default one taken for an empty one.</summary>
    public static ImmutableArray<string> OrEmpty(ImmutableArray<string> list) => list.IsDefault ? [] : list;
}
