using SQLitePCL;

namespace QuitteXBot.Storage.Sqlite.Databases;

/// <summary>One connection, for one thread at a time. Keeps its prepared commands by their SQL.</summary>
internal sealed class Database : IDisposable
{
    private const int BusyMilliseconds = 10_000;

    private readonly Dictionary<string, Command> _commands = [];
    private readonly sqlite3 _handle;

    static Database() => raw.SetProvider(new SQLite3Provider_e_sqlite3());

    private Database(sqlite3 handle) => _handle = handle;

    /// <exception cref="StoreException">The file cannot be opened. That it is no database shows only at the first command.</exception>
    public static Database Open(string path, bool readOnly)
    {
        var flags = raw.SQLITE_OPEN_NOMUTEX | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        if (code != raw.SQLITE_OK)
        {
            using (handle)
                throw new StoreException(code & 0xFF, raw.sqlite3_errstr(code).utf8_to_string());
        }

        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new Database(handle);
    }

    /// <summary>A command with no parameters bound yet; dispose it when its rows are read. One SQL text is prepared once.</summary>
    public Command Query(string sql)
    {
        if (_commands.TryGetValue(sql, out var known) && known.TryTake())
            return known;
        var command = Prepare(sql, keep: known is null);
        if (known is null)
            _commands.Add(sql, command);
        return command;
    }

    /// <summary>As <see cref="Query"/>, for SQL that is put together at run time and not worth keeping.</summary>
    public Command QueryOnce(string sql) => Prepare(sql, keep: false);

    /// <summary>Runs statements that take no parameters and whose rows nobody reads.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The first column of the first row, as a number; 0 without rows.</summary>
    public long Number(string sql)
    {
        using var command = Query(sql);
        return command.Read() ? command.Long(0) : 0;
    }

    /// <summary>The number of the row that was inserted last. (A RETURNING clause costs a copy of every page that the statement changes.)</summary>
    public long LastNumber => raw.sqlite3_last_insert_rowid(_handle);

    public Transaction Begin(bool forWriting) => new(this, forWriting);

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw new StoreException(code & 0xFF, raw.sqlite3_errmsg(_handle).utf8_to_string());
    }

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Finish();
        _commands.Clear();
        _handle.Dispose();
    }

    private Command Prepare(string sql, bool keep)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        return new Command(this, statement, keep);
    }
}
