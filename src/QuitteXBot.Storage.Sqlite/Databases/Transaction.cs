namespace QuitteXBot.Storage.Sqlite.Databases;

/// <summary>All or nothing: what is not committed when it is disposed never was. A reading one gives every query the same snapshot.</summary>
internal sealed class Transaction : IDisposable
{
    private readonly Database _database;
    private bool _committed;

    public Transaction(Database database, bool forWriting)
    {
        _database = database;
        Run(forWriting ? "BEGIN IMMEDIATE" : "BEGIN");
    }

    public void Commit()
    {
        Run("COMMIT");
        _committed = true;
    }

    public void Dispose()
    {
        // SQLite rolls back by itself after some errors (a full disk).
        if (!_committed && _database.InTransaction)
            Run("ROLLBACK");
    }

    private void Run(string sql)
    {
        using var command = _database.Query(sql);
        command.Run();
    }
}
