using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using QuitteXBot.Core.Files;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Search.Generations;

/// <summary>Steps of a build, in order: a kill behind any of them leaves the old generation serving.</summary>
internal enum BuildStep
{
    FolderMade,
    DocumentsWritten,
    MoreWritten,
    ManifestWritten,
    Flushed,
    FolderNamed,
    Switched,
}

/// <summary>Writes a generation into a folder of its own, makes it durable, and gives it its name.</summary>
internal sealed class GenerationBuilder(GenerationFolders folders, ISearchEngine engine, Action<BuildStep>? reached)
{
    public const string DocumentsFolder = "documents";

    private int statements;
    private int paragraphs;

    public async Task<GenerationManifest> BuildAsync(string id, DateTimeOffset now, GenerationInput input, CancellationToken cancellationToken)
    {
        var folder = folders.Building(id);
        var documents = Path.Combine(folder, DocumentsFolder);
        Directory.CreateDirectory(documents);
        reached?.Invoke(BuildStep.FolderMade);
        await engine.BuildAsync(documents, Counted(input.Documents, cancellationToken), cancellationToken).ConfigureAwait(false);
        reached?.Invoke(BuildStep.DocumentsWritten);
        CatalogueFile.Write(Path.Combine(folder, CatalogueFile.FileName), input.Catalogue);
        if (input.WriteMore is not null)
            await input.WriteMore(folder, cancellationToken).ConfigureAwait(false);
        reached?.Invoke(BuildStep.MoreWritten);
        var files = await DescribeAsync(folder, cancellationToken).ConfigureAwait(false);
        var manifest = new GenerationManifest(id, engine.Name, statements, paragraphs, now, input.Fingerprint, files);
        manifest.Write(Path.Combine(folder, GenerationManifest.FileName));
        reached?.Invoke(BuildStep.ManifestWritten);
        Flush(folder);
        reached?.Invoke(BuildStep.Flushed);
        cancellationToken.ThrowIfCancellationRequested();
        Directory.Move(folder, folders.Of(id));
        reached?.Invoke(BuildStep.FolderNamed);
        return manifest;
    }

    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: false);
        await using (stream.ConfigureAwait(false))
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<ImmutableArray<GenerationFile>> DescribeAsync(string folder, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<GenerationFile>();
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            files.Add(new GenerationFile(name, new FileInfo(path).Length, await HashAsync(path, cancellationToken).ConfigureAwait(false)));
        }

        return files.ToImmutable();
    }

    private static void Flush(string folder)
    {
        foreach (var path in Directory.GetFiles(folder))
            Durable.FlushFile(path);
        foreach (var inner in Directory.GetDirectories(folder))
            Flush(inner);
        Durable.FlushFolder(folder);
    }

    private async IAsyncEnumerable<IndexDocument> Counted(
        IAsyncEnumerable<IndexDocument> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (document.Kind == DocumentKind.Statement)
                statements++;
            else
                paragraphs++;
            yield return document;
        }
    }
}
