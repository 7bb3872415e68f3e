using System.Text.Json;

namespace QuitteXBot.Search.Generations;

internal static class JsonFile
{
    /// <exception cref="InvalidDataException">The file is missing, is not JSON, or has not what <paramref name="read"/> looks for.</exception>
    public static T Read<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{path} is missing or damaged: run reindex.", exception);
        }
    }
}
