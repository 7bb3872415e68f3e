using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>What belongs to one change of one person: its revisions, and the revision that binds them.</summary>
internal sealed class ChangeSession
{
    private readonly IngestSession _session;
    private readonly RevisionLog _log;
    private readonly long _first;

    public ChangeSession(Database database, DateTimeOffset now, string person, CancellationToken cancellationToken)
    {
        Database = database;
        Actor = People.Require(database, person);
        _log = new RevisionLog(database, Actor, now);
        _first = _log.Last + 1;
        _session = new IngestSession(database, _log, cancellationToken);
        Entities = new Entities(_session, new Announcer(database));
        Reviews = new ReviewWriter(database, _log, now, Actor);
    }

    public Database Database { get; }

    /// <summary>The pseudonym of whoever makes the change.</summary>
    public string Actor { get; }

    public Entities Entities { get; }

    public ReviewWriter Reviews { get; }

    /// <summary>Makes the id free for another statement; false where one has it that counts, or that a moderator withdrew.</summary>
    public bool Free(string statementId)
    {
        if (Entities.Statements.Find(statementId) is not { } there)
            return true;
        if (there.Edited || !there.Withdrawn)
            return false;
        Entities.Statements.Remove(there);
        return true;
    }

    /// <summary>Makes derived rows anew and binds the revisions.</summary>
    /// <returns>The change's number.</returns>
    public long End(string command, string? note, long? undoes = null)
    {
        DerivedTables.Refresh(_session);
        var number = _log.Last + 1;
        _log.Append("change", $"change:{number}", command, null, new ChangeRow(command, note, _first, undoes), RevisionRows.Default.ChangeRow);
        return number;
    }
}
