using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QuitteXBot.Storage.Sqlite;

/// <summary>Lists of texts, as the tables keep them: JSON arrays without spaces.</summary>
internal static class JsonList
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ImmutableArray<string> items)
    {
        if (items.IsEmpty)
            return "[]";
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartArray();
            foreach (var item in items)
                writer.WriteStringValue(item);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>
    /// The item as it stands in a list that has it, and nowhere else: a quotation mark inside another item has a backslash before it.
    /// (A lone comma would be found between any two items; nothing is called so.)
    /// </summary>
    public static string Item(string item)
    {
        // The keys that are asked for need no escape, and a cold answer no writer.
        foreach (var unit in item)
        {
            if (!char.IsAsciiLetterOrDigit(unit) && unit != '-')
                return Write([item])[1..^1];
        }

        return $"\"{item}\"";
    }

    public static ImmutableArray<string> Parse(ReadOnlySpan<byte> json)
    {
        if (json.Length <= 2)
            return [];

        // On the way of every answer, and nearly always without a character that JSON escapes.
        if (json.IndexOf((byte)'\\') < 0)
            return [.. Encoding.UTF8.GetString(json[2..^2]).Split("\",\"")];

        var items = ImmutableArray.CreateBuilder<string>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
                items.Add(reader.GetString()!);
        }

        return items.ToImmutable();
    }
}
