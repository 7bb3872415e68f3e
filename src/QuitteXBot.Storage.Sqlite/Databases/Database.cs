using System.Text;

namespace QuitteXBot.Storage.Sqlite.Databases;

/// <summary>One connection, for one thread at a time. Keeps its prepared commands by their SQL.</summary>
internal sealed unsafe class Database : IDisposable
{
    private const int BusyMilliseconds = 10_000;

    /// <summary>4 MiB: a backup can be stopped between two of these.</summary>
    private const int PagesAtOnce = 1_024;

    private readonly Dictionary<string, Command> _commands = [];
    private nint _handle;

    private Database(nint handle) => _handle = handle;

    /// <exception cref="StoreException">The file cannot be opened. That it is no database shows only at the first command.</exception>
    public static Database Open(string path, bool readOnly)
    {
        var flags = Native.OpenNoMutex | (readOnly ? Native.OpenReadOnly : Native.OpenReadWrite | Native.OpenCreate);
        nint handle;
        int code;
        fixed (byte* name = Terminated(path))
            code = Native.Open(name, &handle, flags, null);
        if (code != Native.Ok)
        {
            _ = Native.Close(handle);
            throw new StoreException(code & 0xFF, Native.Text(Native.ErrorText(code)));
        }

        _ = Native.SetBusyTimeout(handle, BusyMilliseconds);
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
    public void Execute(string sql)
    {
        fixed (byte* text = Terminated(sql))
            Check(Native.Execute(_handle, text, 0, 0, 0));
    }

    /// <summary>The first column of the first row, as a number; 0 without rows.</summary>
    public long Number(string sql)
    {
        using var command = Query(sql);
        return command.Read() ? command.Long(0) : 0;
    }

    /// <summary>The number of the row that was inserted last. (A RETURNING clause costs a copy of every page that the statement changes.)</summary>
    public long LastNumber => Native.LastRow(_handle);

    public Transaction Begin(bool forWriting) => new(this, forWriting);

    public void Check(int code)
    {
        if (code is not (Native.Ok or Native.Row or Native.Done))
            throw new StoreException(code & 0xFF, Native.Text(Native.ErrorMessage(_handle)));
    }

    public bool InTransaction => Native.IsOutsideTransaction(_handle) == 0;

    /// <summary>Copies the whole database over another one, some pages at a time; a snapshot of this connection is what is copied.</summary>
    /// <param name="progress">Gets the part done, 0 to 1.</param>
    public void CopyTo(Database target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        nint backup;
        fixed (byte* main = "main\0"u8)
            backup = Native.BackupInit(target._handle, main, _handle, main);
        if (backup == 0)
            throw target.Failure();
        try
        {
            int code;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                code = Native.BackupStep(backup, PagesAtOnce);
                if (Native.BackupPages(backup) is > 0 and var pages)
                    progress?.Report(1 - ((double)Native.BackupRemaining(backup) / pages));
            }
            while (code == Native.Ok);
            if (code != Native.Done)
                throw new StoreException(code & 0xFF, Native.Text(Native.ErrorText(code)));
        }
        finally
        {
            // The code repeats the error of the step before.
            _ = Native.BackupFinish(backup);
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Finish();
        _commands.Clear();
        _ = Native.Close(_handle);
        _handle = 0;
    }

    private Command Prepare(string sql, bool keep)
    {
        nint statement;
        fixed (byte* text = Terminated(sql))
            Check(Native.Prepare(_handle, text, -1, keep ? Native.PreparePersistent : 0, &statement, 0));
        return new Command(this, statement, keep);
    }

    private StoreException Failure() => new(Native.ErrorCode(_handle), Native.Text(Native.ErrorMessage(_handle)));

    private static byte[] Terminated(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
