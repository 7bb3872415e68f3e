namespace QuitteXBot.Storage.Sqlite;

/// <summary>
/// The database refused: disk full, file locked by another process for too long, file damaged. An <see cref="IOException"/>, so that callers
/// who know only the port can catch it. The transaction that it interrupted left nothing behind.
/// </summary>
public sealed class StoreException : IOException
{
    internal StoreException(int code, string message)
        : base(message) => Code = code;

    /// <summary>SQLite's primary result code: https://www.sqlite.org/rescode.html.</summary>
    public int Code { get; }
}
