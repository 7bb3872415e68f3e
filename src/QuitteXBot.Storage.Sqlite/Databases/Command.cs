using System.Buffers;
using System.Text;
using QuitteXBot.Core.Dates;

namespace QuitteXBot.Storage.Sqlite.Databases;

/// <summary>A prepared statement: parameters are added in the order of the question marks, then it is run or its rows are read.</summary>
internal sealed unsafe class Command : IDisposable
{
    private readonly Database _database;
    private readonly bool _keep;
    private nint _statement;
    private bool _taken = true;
    private int _parameters;

    public Command(Database database, nint statement, bool keep) =>
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
        byte nothing = 0;
        fixed (byte* text = value)
            _database.Check(Native.BindText(_statement, ++_parameters, text is null ? &nothing : text, value.Length, Native.Transient));
        return this;
    }

    public Command Add(long value)
    {
        _database.Check(Native.BindLong(_statement, ++_parameters, value));
        return this;
    }

    public Command Add(long? value) => value is { } number ? Add(number) : AddNull();

    public Command Add(bool value) => Add(value ? 1L : 0L);

    public Command Add(double value)
    {
        _database.Check(Native.BindDouble(_statement, ++_parameters, value));
        return this;
    }

    public Command Add(PartialDate? value) => Add(value?.ToString());

    /// <summary>Moves to the next row; false behind the last one.</summary>
    public bool Read()
    {
        var code = Native.Step(_statement);
        _database.Check(code);
        return code == Native.Row;
    }

    /// <summary>Runs to the end and is ready for the next parameters.</summary>
    public void Run()
    {
        while (Read())
        {
        }

        Reset();
    }

    public bool IsNull(int column) => Native.ColumnType(_statement, column) == Native.Null;

    /// <summary>The column's bytes as stored; valid until the next row.</summary>
    public ReadOnlySpan<byte> Utf8(int column)
    {
        var text = Native.ColumnText(_statement, column);
        return new ReadOnlySpan<byte>(text, Native.ColumnBytes(_statement, column));
    }

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public long Long(int column) => Native.ColumnLong(_statement, column);

    public int Int(int column) => (int)Long(column);

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public bool Bool(int column) => Int(column) != 0;

    public double Double(int column) => Native.ColumnDouble(_statement, column);

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

    public void Finish()
    {
        _ = Native.Finish(_statement);
        _statement = 0;
    }

    private Command AddNull()
    {
        _database.Check(Native.BindNull(_statement, ++_parameters));
        return this;
    }

    private void Reset()
    {
        // The code repeats the error of the step before, which was told there.
        _ = Native.Reset(_statement);
        _parameters = 0;
    }
}
