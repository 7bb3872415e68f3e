namespace QuitteXBot.Matrix.State;

/// <summary>The tables of <c>matrix.db</c>; each entry brings the file to the next version.</summary>
internal static class MatrixSchema
{
    public static readonly IReadOnlyList<string> Versions =
    [
        """
        CREATE TABLE position (id INTEGER PRIMARY KEY CHECK (id = 1), token TEXT NOT NULL);
        CREATE TABLE room (
          room_id TEXT PRIMARY KEY, joined INTEGER NOT NULL, direct INTEGER NOT NULL, encrypted INTEGER NOT NULL, members INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE work (
          sequence INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, room_id TEXT NOT NULL, kept_at INTEGER NOT NULL, done_at INTEGER);
        CREATE INDEX work_pending ON work (sequence) WHERE done_at IS NULL;
        CREATE TABLE answer (
          answer_id TEXT PRIMARY KEY, room_id TEXT NOT NULL, question_id TEXT NOT NULL, asked_id TEXT NOT NULL, thread_root TEXT, steps TEXT NOT NULL,
          sent_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX answer_question ON answer (question_id);
        CREATE INDEX answer_room ON answer (room_id, sent_at);
        """,
        """
        ALTER TABLE answer ADD COLUMN offers TEXT;
        CREATE TABLE direct_chat (user_hash TEXT PRIMARY KEY, room_id TEXT NOT NULL) WITHOUT ROWID;
        """,
    ];
}
