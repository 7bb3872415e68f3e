using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using QuitteXBot.Core.Files;

namespace QuitteXBot.Maintenance;

/// <summary>What the next check of sources must know of the last one: a file beside the store. Losing it costs one more day before a source is marked.</summary>
/// <param name="Ended">When the last one ended.</param>
/// <param name="Suspected">Sources whose quotes were not found on their pages, with the first day.</param>
internal sealed record CheckNotes(DateTimeOffset? Ended, ImmutableSortedDictionary<string, DateOnly> Suspected)
{
    private const string Name = "source-checks.json";

    public static CheckNotes Read(string folder)
    {
        try
        {
            var file = Path.Combine(folder, Name);
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), CheckNotesJson.Default.CheckNotes) ?? None : None;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return None;
        }
    }

    public void Write(string folder)
    {
        var file = Path.Combine(folder, Name);
        File.WriteAllBytes(file + ".part", JsonSerializer.SerializeToUtf8Bytes(this, CheckNotesJson.Default.CheckNotes));
        Durable.FlushFile(file + ".part");
        File.Move(file + ".part", file, overwrite: true);
    }

    private static CheckNotes None { get; } = new(null, ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(CheckNotes))]
internal sealed partial class CheckNotesJson : JsonSerializerContext;
