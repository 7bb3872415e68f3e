using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Matrix.State;

/// <summary>
/// The state in <c>matrix.db</c>, held by one process at a time. A crash of the machine may lose the last moments (the file is not
/// flushed at every step, and stays whole): the homeserver then tells them again and knows the transaction ids of what was sent.
/// </summary>
internal sealed class SqliteMatrixState : IMatrixState
{
    private static readonly TimeSpan KeepsWork = TimeSpan.FromDays(7);
    private static readonly TimeSpan KeepsAnswers = TimeSpan.FromDays(90);

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly TimeProvider time;
    private DateTimeOffset nextCleaning;

    private SqliteMatrixState(SqliteConnection connection, TimeProvider time)
    {
        (this.connection, this.time) = (connection, time);
        SyncToken = Rows("SELECT token FROM position", row => row.GetString(0)).FirstOrDefault();
    }

    public string? SyncToken { get; private set; }

    public static Result<SqliteMatrixState> Open(string folder, TimeProvider time)
    {
        var path = Path.Combine(folder, "matrix.db");
        SqliteConnection? connection = null;
        try
        {
            Directory.CreateDirectory(folder);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
            connection.Open();
            Migrate(connection);
            return new SqliteMatrixState(connection, time);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            connection?.Dispose();
            var mend = fault is SqliteException { SqliteErrorCode: 5 or 6 }
                ? "another bot is using it; stop that one or give this one another Paths:Data"
                : $"it cannot be opened ({fault.Message}); mend or remove it (the bot then does not know what it answered before)";
            return new Error("matrix-state", $"The state of the Matrix platform: {mend}.", path);
        }
    }

    public RoomRecord? Room(string roomId)
    {
        lock (gate)
        {
            return Rows(
                "SELECT joined, direct, encrypted, members FROM room WHERE room_id = $1",
                row => new RoomRecord(roomId, row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2), row.GetInt64(3)),
                roomId).FirstOrDefault();
        }
    }

    public bool Knows(string key)
    {
        lock (gate)
            return Rows("SELECT 1 FROM work WHERE key = $1", row => true, key).Count > 0;
    }

    public IReadOnlyList<WorkItem> Accept(SyncOutcome outcome)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            var kept = new List<WorkItem>();
            foreach (var item in outcome.Work)
            {
                var sequence = Rows(
                    "INSERT INTO work (key, kind, room_id, kept_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING sequence",
                    row => row.GetInt64(0), item.Key, (int)item.Kind, item.RoomId, Now());
                if (sequence.Count > 0)
                    kept.Add(item with { Sequence = sequence[0] });
            }

            foreach (var room in outcome.Rooms)
                KeepRoom(room);
            foreach (var room in outcome.LeftRooms)
                Run("DELETE FROM room WHERE room_id = $1", room);
            Run("INSERT OR REPLACE INTO position VALUES (1, $1)", outcome.SyncToken);
            Clean();
            transaction.Commit();
            SyncToken = outcome.SyncToken;
            return kept;
        }
    }

    public IReadOnlyList<WorkItem> Pending()
    {
        lock (gate)
        {
            return Rows(
                "SELECT kind, room_id, key, sequence FROM work WHERE done_at IS NULL ORDER BY sequence",
                row => new WorkItem((WorkKind)row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt64(3)));
        }
    }

    public void Finish(WorkItem item, params ReadOnlySpan<AnswerRecord?> answers)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var answer in answers)
            {
                if (answer is null)
                    continue;
                Run(
                    "INSERT OR REPLACE INTO answer VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                    answer.AnswerId, answer.RoomId, answer.QuestionId, answer.AskedId, answer.ThreadRoot, answer.Steps, Now(), answer.Offers);
            }

            MarkDone(item);
            transaction.Commit();
        }
    }

    public void FinishForgetting(WorkItem item, string answerId)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            Run("DELETE FROM answer WHERE answer_id = $1", answerId);
            MarkDone(item);
            transaction.Commit();
        }
    }

    public AnswerRecord? Answer(string answerId) => OneAnswer("answer_id = $1", answerId);

    public AnswerRecord? AnswerTo(string questionId) => OneAnswer("question_id = $1", questionId);

    public AnswerRecord? LastAnswerIn(string roomId) => OneAnswer("room_id = $1", roomId);

    public string? DirectChatWith(string userId)
    {
        lock (gate)
            return Rows("SELECT room_id FROM direct_chat WHERE user_hash = $1", row => row.GetString(0), HashOf(userId)).FirstOrDefault();
    }

    public void KeepDirectChat(string userId, string roomId)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            Run("INSERT OR REPLACE INTO direct_chat VALUES ($1, $2)", HashOf(userId), roomId);
            KeepRoom((Room(roomId) ?? new RoomRecord(roomId)) with { Joined = true, Direct = true });
            transaction.Commit();
        }
    }

    public void Dispose()
    {
        lock (gate)
            connection.Dispose();
    }

    private static void Migrate(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA user_version";
        var version = Convert.ToInt32(LastScalar(command), CultureInfo.InvariantCulture);
        if (version > MatrixSchema.Versions.Count)
            throw new InvalidDataException("a later version of the bot wrote it");
        for (; version < MatrixSchema.Versions.Count; version++)
        {
            using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            command.CommandText = MatrixSchema.Versions[version] + string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}");
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    private static object? LastScalar(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        object? last = null;
        do
        {
            while (reader.Read())
                last = reader.GetValue(0);
        }
        while (reader.NextResult());
        return last;
    }

    private AnswerRecord? OneAnswer(string where, string id)
    {
        lock (gate)
        {
            return Rows(
                $"SELECT answer_id, room_id, question_id, asked_id, thread_root, steps, offers FROM answer WHERE {where} ORDER BY sent_at DESC LIMIT 1",
                row => new AnswerRecord(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), TextOrNull(row, 4), row.GetString(5), TextOrNull(row, 6)),
                id).FirstOrDefault();
        }
    }

    /// <summary>A direct chat that the bot makes is kept as one while its first sync is read, and stays one.</summary>
    private void KeepRoom(RoomRecord room) => Run(
        """
        INSERT INTO room VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO UPDATE
        SET joined = excluded.joined, direct = max(direct, excluded.direct), encrypted = excluded.encrypted, members = excluded.members
        """,
        room.RoomId, room.Joined, room.Direct, room.Encrypted, room.Members);

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string HashOf(string userId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userId)));

    private void MarkDone(WorkItem item) => Run("UPDATE work SET done_at = $1 WHERE key = $2", Now(), item.Key);

    /// <summary>Nothing older than this can come again: events are accepted up to a day old.</summary>
    private void Clean()
    {
        var now = time.GetUtcNow();
        if (now < nextCleaning)
            return;
        nextCleaning = now.AddHours(1);
        Run("DELETE FROM work WHERE done_at < $1", (now - KeepsWork).ToUnixTimeMilliseconds());
        Run("DELETE FROM answer WHERE sent_at < $1", (now - KeepsAnswers).ToUnixTimeMilliseconds());
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Run(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), values[i] ?? DBNull.Value);
        return command;
    }
}
