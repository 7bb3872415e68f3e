using System.Text.Json;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Matrix.Client;

/// <summary>The session that a password login gave, in a file that only the bot's own user can read.</summary>
internal sealed class SessionFile(string folder)
{
    private const long LongestFile = 1 << 16;

    private readonly string path = Path.Combine(folder, "matrix-session.json");

    /// <summary>Null where there is none or it cannot be read: a login makes a new one.</summary>
    public MatrixSession? Read()
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length > LongestFile)
                return null;
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new(root.GetProperty("user_id").GetString()!, root.GetProperty("device_id").GetString()!, root.GetProperty("access_token").GetString()!);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes beside it and renames, so that a crash leaves the old file or the new one.</summary>
    public Error? Write(MatrixSession session)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var beside = path + ".new";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            File.Delete(beside);
            using (var stream = new FileStream(beside, options))
            {
                using (var json = new Utf8JsonWriter(stream))
                {
                    json.WriteStartObject();
                    json.WriteString("user_id", session.UserId);
                    json.WriteString("device_id", session.DeviceId);
                    json.WriteString("access_token", session.AccessToken);
                    json.WriteEndObject();
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Error(MatrixErrors.SessionFile, $"The Matrix session cannot be written ({fault.Message}); make the folder of Paths:Data writable.", path);
        }
    }
}
