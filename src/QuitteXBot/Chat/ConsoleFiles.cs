using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Chat;

/// <summary>Files that the console's user names by their path.</summary>
internal static class ConsoleFiles
{
    /// <summary>In bytes: an export of a large store.</summary>
    private const long Largest = 500_000_000;

    /// <summary>The file, or null where it cannot be read.</summary>
    public static Enclosure? Open(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= Largest } file ? new Enclosure(file.Name, File.ReadAllBytes(file.FullName)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
