using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <summary>Appends to the log of revisions, within the transaction that makes the change.</summary>
internal sealed class RevisionLog : IRevisionLog
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _before = new();
    private readonly ArrayBufferWriter<byte> _after = new();
    private readonly RevisionHash _hash = new();
    private readonly Database _database;
    private readonly string _actor;
    private readonly string _at;
    private string _last;
    private long _number;

    public RevisionLog(Database database, string actor, DateTimeOffset at)
    {
        (_database, _actor, _at) = (database, actor, at.ToString("O", CultureInfo.InvariantCulture));
        using var rows = database.Query("SELECT number, hash FROM revisions ORDER BY number DESC LIMIT 1");
        (_number, _last) = rows.Read() ? (rows.Long(0), rows.Text(1)) : (0, RevisionHash.First);
    }

    /// <summary>Keeps nothing: for what is in the log already.</summary>
    public static IRevisionLog Silent { get; } = new SilentLog();

    /// <summary>The number of the last revision.</summary>
    public long Last => _number;

    public void Append<T>(string entity, string id, string action, T? before, T after, JsonTypeInfo<T> type)
        where T : class
    {
        Write(_before, before, type);
        Write(_after, after, type);
        _number++;
        _last = _hash.Of(_last, _number, _at, _actor, entity, id, action, _before.WrittenSpan, _after.WrittenSpan);

        using var command = _database.Query(
            "INSERT INTO revisions (number, at, actor, entity, entity_id, action, before, after, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        command.Add(_number).Add(_at).Add(_actor).Add(entity).Add(id).Add(action);
        _ = before is null ? command.Add((string?)null) : command.Add(_before.WrittenSpan);
        command.Add(_after.WrittenSpan).Add(_last).Run();
    }

    private static void Write<T>(ArrayBufferWriter<byte> buffer, T? value, JsonTypeInfo<T> type)
        where T : class
    {
        buffer.ResetWrittenCount();
        if (value is null)
            return;
        using var writer = new Utf8JsonWriter(buffer, Readable);
        type.SerializeHandler!(writer, value);
    }

    private sealed class SilentLog : IRevisionLog
    {
        public void Append<T>(string entity, string id, string action, T? before, T after, JsonTypeInfo<T> type)
            where T : class
        {
        }
    }
}

/// <summary>Where the writers of entities tell what they changed.</summary>
internal interface IRevisionLog
{
    void Append<T>(string entity, string id, string action, T? before, T after, JsonTypeInfo<T> type)
        where T : class;
}
