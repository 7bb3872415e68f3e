using System.Globalization;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Maintenance;

/// <summary>The backups in one folder, named by their time. The newest are kept; files of other names are let be.</summary>
internal sealed class Backups(IStoreBackup backup, string folder, int keep, TimeProvider time)
{
    private const string Prefix = "quittexbot-";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The file that a backup made now is written to.</summary>
    public string NextFile() => Path.Combine(folder, Prefix + time.GetUtcNow().UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + ".db");

    public async Task<Result<BackupFile>> MakeAsync(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var file = NextFile();
        var made = await backup.BackupAsync(file, progress, cancellationToken);
        if (!made.IsSuccess)
            return made.Error;
        RemoveOld();
        return new BackupFile(Path.GetFileName(file), made.Value);
    }

    /// <summary>When the newest was made, or null.</summary>
    public DateTimeOffset? Last() => List().Select(one => (DateTimeOffset?)one.At).Max();

    private void RemoveOld()
    {
        foreach (var (file, _) in List().OrderByDescending(one => one.At).Skip(keep))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Whoever holds it open has their reasons; the next backup tries again.
            }
        }
    }

    private IEnumerable<(string File, DateTimeOffset At)> List()
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var file in Directory.EnumerateFiles(folder, Prefix + "*.db"))
        {
            if (DateTimeOffset.TryParseExact(
                Path.GetFileNameWithoutExtension(file)[Prefix.Length..], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                yield return (file, at);
        }
    }
}
