using System.Collections.Immutable;
using System.Text.Json;

namespace QuitteXBot.Search.Generations;

/// <summary>What a generation is made of.</summary>
/// <param name="Engine">Name of the engine that its documents folder belongs to.</param>
/// <param name="Statements">How many statements the index holds.</param>
/// <param name="Paragraphs">How many paragraphs the index holds.</param>
/// <param name="Fingerprint">What it was built from, in the builder's own terms: the same inputs, the same fingerprint.</param>
/// <param name="Files">Every other file of the generation.</param>
public sealed record GenerationManifest(
    string Id, string Engine, int Statements, int Paragraphs, DateTimeOffset BuiltAt, string Fingerprint, ImmutableArray<GenerationFile> Files)
{
    public const string FileName = "manifest.json";

    internal void Write(string path)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("engine", Engine);
        json.WriteNumber("statements", Statements);
        json.WriteNumber("paragraphs", Paragraphs);
        json.WriteString("builtAt", BuiltAt);
        json.WriteString("fingerprint", Fingerprint);
        json.WriteStartArray("files");
        foreach (var file in Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("length", file.Length);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">The file is missing or damaged.</exception>
    internal static GenerationManifest Read(string path) => JsonFile.Read(path, static root =>
    {
        var files = ImmutableArray.CreateBuilder<GenerationFile>();
        foreach (var file in root.GetProperty("files").EnumerateArray())
            files.Add(new GenerationFile(file.GetProperty("name").GetString()!, file.GetProperty("length").GetInt64(), file.GetProperty("sha256").GetString()!));
        return new GenerationManifest(
            root.GetProperty("id").GetString()!,
            root.GetProperty("engine").GetString()!,
            root.GetProperty("statements").GetInt32(),
            root.GetProperty("paragraphs").GetInt32(),
            root.GetProperty("builtAt").GetDateTimeOffset(),
            root.GetProperty("fingerprint").GetString()!,
            files.ToImmutable());
    });
}

/// <param name="Name">Path inside the generation's folder, with <c>/</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record GenerationFile(string Name, long Length, string Sha256);
