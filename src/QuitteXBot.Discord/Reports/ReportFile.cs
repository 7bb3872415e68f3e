using System.Text.Json;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Reports;

/// <summary>Reports in a file, one JSON object a line, written through to the disk before the user is thanked.</summary>
public sealed class ReportFile(string path) : IReportInbox, IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);

    public async Task<Error?> SubmitAsync(ErrorReport report, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(Line(report), cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Error("report-not-kept", $"A report could not be written: {fault.Message}", path);
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    private static byte[] Line(ErrorReport report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("at", report.At);
            writer.WriteString("statement", report.StatementId);
            writer.WriteString("user", report.UserId);
            writer.WriteString("text", report.Text);
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
