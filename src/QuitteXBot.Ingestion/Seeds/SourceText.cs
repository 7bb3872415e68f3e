using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Ingestion.Inputs;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>Reads a source's text and puts its metadata to it. What the metadata says comes before what a page says of itself.</summary>
internal static class SourceText
{
    public static async Task<Source?> ReadAsync(SourceFile file, SourceMetadata metadata, ICollection<Error> errors, CancellationToken cancellationToken)
    {
        var read = await SourceReader.ReadAsync(file.TextPath!, cancellationToken).ConfigureAwait(false);
        if (!read.IsSuccess)
        {
            errors.Add(read.Error with { Location = file.Name });
            return null;
        }

        return read.Value.ToSource(file.Id) with
        {
            Outlet = metadata.Outlet,
            Title = metadata.Title ?? read.Value.Title,
            Author = metadata.Author ?? read.Value.Author,
            Published = metadata.Published,
            Url = metadata.Url ?? read.Value.Url,
            ArchiveUrl = metadata.ArchiveUrl,
            Retrieved = metadata.Retrieved,
            Language = metadata.Language,
            RightsNote = metadata.Rights,
        };
    }
}
