using System.Collections.Concurrent;

namespace QuitteXBot.Storage.Sqlite.Databases;

/// <summary>Reading connections that wait for their next use. A read never waits for another: when none is idle, one more is opened.</summary>
internal sealed class ConnectionPool(string path) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentStack<Database> _idle = new();
    private volatile bool _disposed;

    public Lease Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new Lease(this, _idle.TryPop(out var database) ? database : Database.Open(path, readOnly: true));
    }

    public void Return(Database database)
    {
        if (_disposed || _idle.Count >= MostIdle)
            database.Dispose();
        else
            _idle.Push(database);
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out var database))
            database.Dispose();
    }

    /// <summary>A connection with a snapshot of its own: what is read through it comes from one state of the store.</summary>
    internal sealed class Lease : IDisposable
    {
        private readonly ConnectionPool _pool;
        private readonly Transaction _snapshot;

        public Lease(ConnectionPool pool, Database database)
        {
            (_pool, Database) = (pool, database);
            try
            {
                _snapshot = database.Begin(forWriting: false);
            }
            catch (StoreException)
            {
                database.Dispose();
                throw;
            }
        }

        public Database Database { get; }

        /// <summary>Ends the snapshot when all is read; not needed, but quicker than to find that out.</summary>
        public void Complete() => _snapshot.Commit();

        public void Dispose()
        {
            _snapshot.Dispose();
            _pool.Return(Database);
        }
    }
}
