using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Storage.Sqlite.Transfer;

/// <summary>What every entity is by its last revision, in the order in which the entities came to be.</summary>
internal sealed class LastStates
{
    private readonly Dictionary<(string Entity, string Id), (long First, LoggedRevision Last)> _states = [];

    public LastStates(IEnumerable<LoggedRevision> revisions)
    {
        foreach (var revision in revisions)
        {
            var first = _states.TryGetValue((revision.Entity, revision.EntityId), out var known) ? known.First : revision.Number;
            if (FormerId(revision) is { } former && _states.TryGetValue(("statement", former), out var moved) && moved.Last.After == revision.Before)
            {
                first = moved.First;
                _states.Remove(("statement", former));
            }

            _states[(revision.Entity, revision.EntityId)] = (first, revision);
        }
    }

    /// <exception cref="JsonException">The log has something else in place of such an entity.</exception>
    public IEnumerable<(LoggedRevision Revision, T Row)> Of<T>(string entity, JsonTypeInfo<T> type)
        where T : class =>
        _states.Where(state => state.Key.Entity == entity).OrderBy(state => state.Value.First).Select(state => (
            state.Value.Last,
            JsonSerializer.Deserialize(state.Value.Last.After ?? "null", type) ?? throw new JsonException($"Revision {state.Value.Last.Number} has no entity.")));

    /// <summary>The first revision of the entity.</summary>
    public long First(LoggedRevision revision) => _states[(revision.Entity, revision.EntityId)].First;

    /// <summary>The id that a statement had before this revision, where it took another by it.</summary>
    private static string? FormerId(LoggedRevision revision)
    {
        if (revision is not { Entity: "statement", Before: { } before })
            return null;
        using var row = JsonDocument.Parse(before);
        return row.RootElement.TryGetProperty("id", out var id) && id.GetString() is { } former && former != revision.EntityId ? former : null;
    }
}
