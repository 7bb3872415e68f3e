using System.Collections.Immutable;
using System.Text.Json;
using QuitteXBot.Core;
using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Reasons;

namespace QuitteXBot.Search.Generations;

/// <summary>
/// The catalogue as a generation keeps it: a question reads this instead of the YAML files, whose reader takes longer to load than an answer may take.
/// </summary>
public static class CatalogueFile
{
    public const string FileName = "catalogue.json";

    public static void Write(string path, Catalogue catalogue)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteStartArray("reasons");
        foreach (var reason in catalogue.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("key", reason.Key);
            json.WriteString("fr", reason.French);
            json.WriteString("en", reason.English);
            WriteTexts(json, "vocabularyFr", reason.FrenchVocabulary);
            WriteTexts(json, "vocabularyEn", reason.EnglishVocabulary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("platforms");
        foreach (var platform in catalogue.Platforms)
        {
            json.WriteStartObject();
            json.WriteString("key", platform.Key);
            json.WriteString("name", platform.Name);
            WriteTexts(json, "spellings", platform.Spellings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">The file is missing or damaged.</exception>
    public static Catalogue Read(string path) => JsonFile.Read(path, static root =>
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (var reason in root.GetProperty("reasons").EnumerateArray())
            reasons.Add(new Reason(Text(reason, "key"), Text(reason, "fr"), Text(reason, "en"), Texts(reason, "vocabularyFr"), Texts(reason, "vocabularyEn")));
        var platforms = ImmutableArray.CreateBuilder<Platform>();
        foreach (var platform in root.GetProperty("platforms").EnumerateArray())
            platforms.Add(new Platform(Text(platform, "key"), Text(platform, "name"), Texts(platform, "spellings")));
        return new Catalogue(reasons.ToImmutable(), platforms.ToImmutable());
    });

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? "";

    private static ImmutableArray<string> Texts(JsonElement parent, string name)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var text in parent.GetProperty(name).EnumerateArray())
            texts.Add(text.GetString() ?? "");
        return texts.ToImmutable();
    }
}
