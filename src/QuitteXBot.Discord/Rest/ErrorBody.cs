using System.Text;
using System.Text.Json;

namespace QuitteXBot.Discord.Rest;

/// <summary>Reads the JSON of an error or a 429. https://discord.com/developers/docs/reference#error-messages</summary>
internal static class ErrorBody
{
    private const int LongestMessage = 500;

    public static (int Code, string Message, TimeSpan? RetryAfter, bool Global) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return (0, "unexpected answer", null, false);
            var code = root.TryGetProperty("code", out var number) && number.TryGetInt32(out var parsed) ? parsed : 0;
            var text = new StringBuilder(root.TryGetProperty("message", out var message) ? message.ToString() : "");
            if (root.TryGetProperty("errors", out var errors))
                Collect(errors, "", text);
            var wait = root.TryGetProperty("retry_after", out var after) && after.TryGetDouble(out var seconds) && seconds is >= 0 and <= 86_400
                ? TimeSpan.FromSeconds(seconds)
                : (TimeSpan?)null;
            var global = root.TryGetProperty("global", out var flag) && flag.ValueKind == JsonValueKind.True;
            return (code, Shorten(text.ToString()), wait, global);
        }
        catch (JsonException)
        {
            return (0, "no JSON in the answer", null, false);
        }
    }

    private static void Collect(JsonElement errors, string path, StringBuilder text)
    {
        if (errors.ValueKind != JsonValueKind.Object || text.Length > LongestMessage)
            return;
        foreach (var property in errors.EnumerateObject())
        {
            if (property is { Name: "_errors", Value.ValueKind: JsonValueKind.Array })
            {
                foreach (var entry in property.Value.EnumerateArray())
                    text.Append("; ").Append(path).Append(": ").Append(entry.TryGetProperty("message", out var message) ? message.ToString() : entry.ToString());
            }
            else
            {
                Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", text);
            }
        }
    }

    private static string Shorten(string text) => text.Length <= LongestMessage ? text : text[..LongestMessage];
}
