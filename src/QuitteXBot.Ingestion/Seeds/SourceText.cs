using System.Text;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>Reads a source's text.</summary>
internal static class SourceText
{
    private const int LargestFile = 5_000_000;

    public static async Task<Source?> ReadAsync(SourceFile file, SourceMetadata metadata, ICollection<Error> errors, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file.TextPath!, cancellationToken).ConfigureAwait(false);
        if (bytes.Length > LargestFile)
        {
            errors.Add(new Error("source-text-invalid", $"The text is larger than {LargestFile} bytes.", file.Name));
            return null;
        }

        return new Source
        {
            Id = file.Id,
            Text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n"),
            Outlet = metadata.Outlet,
            Title = metadata.Title,
            Author = metadata.Author,
            Published = metadata.Published,
            Url = metadata.Url,
            ArchiveUrl = metadata.ArchiveUrl,
            Retrieved = metadata.Retrieved,
            Language = metadata.Language,
            RightsNote = metadata.Rights,
        };
    }
}
