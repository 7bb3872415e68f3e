using System.Buffers;
using System.Text;
using QuitteXBot.Core.Dates;
using SQLitePCL;

namespace QuitteXBot.Storage.Sqlite.Databases;

/// <summary>A prepared statement: parameters are added in the order of the question marks, then it is run or its rows are read.</summary>
internal sealed class Command : IDisposable
{
    private readonly Database _database;
    private readonly sqlite3_stmt _statement;
    private readonly bool _keep;
    private bool _taken = true;
    private int _parameters;

    public Command(Database database, sqlite3_stmt statement, bool keep) =>
        (_database, _statement, _keep) = (database, statement, keep);

    /// <summary>Takes a kept command for its next use; false while its rows are still being read.</summary>
    public bool TryTake()
    {
        if (_taken)
            return false;
        _taken = true;
        return true;
    }

    public Command Add(string? value)
    {
        if (value is null)
            return AddNull();
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        Add(buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return this;
    }

    /// <summary>Text that is UTF-8 already.</summary>
    public Command Add(ReadOnlySpan<byte> value)
    {
        // An empty span has no address, which SQLite would take for NULL.
        _database.Check(value.IsEmpty
            ? raw.sqlite3_bind_text(_statement, ++_parameters, "")
            : raw.sqlite3_bind_text(_statement, ++_parameters, value));
        return this;
    }

    public Command Add(long value)
    {
        _database.Check(raw.sqlite3_bind_int64(_statement, ++_parameters, value));
        return this;
    }

    public Command Add(long? value) => value is { } number ? Add(number) : AddNull();

    public Command Add(bool value) => Add(value ? 1L : 0L);

    public Command Add(double value)
    {
        _database.Check(raw.sqlite3_bind_double(_statement, ++_parameters, value));
        return this;
    }

    public Command Add(PartialDate? value) => Add(value?.ToString());

    /// <summary>Moves to the next row; false behind the last one.</summary>
    public bool Read()
    {
        var code = raw.sqlite3_step(_statement);
        _database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs to the end and is ready for the next parameters.</summary>
    public void Run()
    {
        while (Read())
        {
        }

        Reset();
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>The column's bytes as stored; valid until the next row. (The text functions of the binding stop at a NUL character.)</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(_statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int(int column) => (int)Long(column);

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public bool Bool(int column) => Int(column) != 0;

    public double Double(int column) => raw.sqlite3_column_double(_statement, column);

    public PartialDate? Date(int column) => PartialDate.TryParse(TextOrNull(column), out var date) ? date : null;

    public void Dispose()
    {
        if (!_keep)
        {
            Finish();
            return;
        }

        Reset();
        _taken = false;
    }

    public void Finish() => _statement.Dispose();

    private Command AddNull()
    {
        _database.Check(raw.sqlite3_bind_null(_statement, ++_parameters));
        return this;
    }

    private void Reset()
    {
        // The code repeats the error of the step before, which was told there.
        _ = raw.sqlite3_reset(_statement);
        _parameters = 0;
    }
}
