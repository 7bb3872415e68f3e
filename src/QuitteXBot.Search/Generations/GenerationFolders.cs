using System.Globalization;
using System.Security.Cryptography;

namespace QuitteXBot.Search.Generations;

/// <summary>The names inside an index folder, and what may be deleted there.</summary>
internal sealed class GenerationFolders(string indexFolder)
{
    private const string BuildingPrefix = ".building-";
    private const string DeletingPrefix = ".deleting-";
    private const string LockName = ".lock";
    private const int LongestId = 64;

    /// <summary>Ids sort by the time of their making; the last part keeps two of one millisecond apart.</summary>
    public static string NewId(DateTimeOffset now) =>
        now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture) + "-" + RandomNumberGenerator.GetHexString(6, lowercase: true);

    public static bool IsId(string name) =>
        name.Length is > 0 and <= LongestId && name.All(unit => char.IsAsciiDigit(unit) || char.IsAsciiLetterLower(unit) || unit is 'T' or '-');

    public string Of(string id) => Path.Combine(indexFolder, id);

    public string Building(string id) => Path.Combine(indexFolder, BuildingPrefix + id);

    /// <summary>The right to write here, until disposed or until the process ends, however it ends; null where another holds it.</summary>
    public FileStream? TryLock()
    {
        Directory.CreateDirectory(indexFolder);
        try
        {
            return new FileStream(Path.Combine(indexFolder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Deletes what builds and deletions left behind, and every generation but those to keep. Only under the lock.</summary>
    public void DeleteAllBut(Predicate<string> keep)
    {
        foreach (var folder in Directory.GetDirectories(indexFolder))
        {
            var name = Path.GetFileName(folder);
            var isLeftover = name.StartsWith(BuildingPrefix, StringComparison.Ordinal) || name.StartsWith(DeletingPrefix, StringComparison.Ordinal);
            if (!isLeftover && (!IsId(name) || keep(name)))
                continue;
            try
            {
                Delete(folder, isLeftover ? folder : Path.Combine(indexFolder, DeletingPrefix + name));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It takes room, and that is all: whoever builds next tries again.
            }
        }
    }

    private static void Delete(string folder, string doomed)
    {
        // Under another name first: half deleted, it must not be taken for a generation.
        if (folder != doomed)
            Directory.Move(folder, doomed);
        Directory.Delete(doomed, recursive: true);
    }
}
