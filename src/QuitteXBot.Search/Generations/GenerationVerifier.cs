using QuitteXBot.Core.Results;

namespace QuitteXBot.Search.Generations;

internal static class GenerationVerifier
{
    public static async Task<IReadOnlyList<Error>> VerifyAsync(
        GenerationFolders folders, CurrentGeneration current, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var folder = folders.Of(current.Id);
        var path = Path.Combine(folder, GenerationManifest.FileName);
        var manifest = GenerationManifest.Read(path);
        if (await GenerationBuilder.HashAsync(path, cancellationToken).ConfigureAwait(false) != current.ManifestSha256)
            return [new Error("index-damaged", "The index's manifest is not as it was written: run reindex.", path)];
        var errors = new List<Error>();
        var total = Math.Max(1, manifest.Files.Sum(file => file.Length));
        long done = 0;
        foreach (var file in manifest.Files)
        {
            var location = Path.Combine(folder, file.Name);
            if (!File.Exists(location))
                errors.Add(new Error("index-damaged", "A file of the index is missing: run reindex.", location));
            else if (await GenerationBuilder.HashAsync(location, cancellationToken).ConfigureAwait(false) != file.Sha256)
                errors.Add(new Error("index-damaged", "A file of the index is not as it was written: run reindex.", location));
            done += file.Length;
            progress?.Report((double)done / total);
        }

        return errors;
    }
}
