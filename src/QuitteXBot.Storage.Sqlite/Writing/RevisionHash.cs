using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <summary>
/// Chains the log: the hash of a revision is the SHA-256 of the hash before it and of all its fields, each behind its length in bytes.
/// Nothing in the log can be altered, left out or put in without breaking every hash from there on.
/// </summary>
internal sealed class RevisionHash
{
    /// <summary>What stands in for the hash before the first revision.</summary>
    public const string First = "";

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <param name="before">JSON in UTF-8; empty where there is none.</param>
    public string Of(
        string previous, long number, string at, string actor, string entity, string entityId, string action,
        ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        _buffer.ResetWrittenCount();
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(sizeof(long)), number);
        _buffer.Advance(sizeof(long));
        foreach (var field in (ReadOnlySpan<string>)[previous, at, actor, entity, entityId, action])
            Add(field);
        Add(before);
        Add(after);
        return Convert.ToHexStringLower(SHA256.HashData(_buffer.WrittenSpan));
    }

    private void Add(string field)
    {
        var length = Encoding.UTF8.GetByteCount(field);
        AddLength(length);
        Encoding.UTF8.GetBytes(field, _buffer.GetSpan(length));
        _buffer.Advance(length);
    }

    private void Add(ReadOnlySpan<byte> field)
    {
        AddLength(field.Length);
        _buffer.Write(field);
    }

    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), length);
        _buffer.Advance(sizeof(int));
    }
}
