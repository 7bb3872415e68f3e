using QuitteXBot.Core.Results;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>A text of <c>seeds/sources/</c> with its metadata file.</summary>
/// <param name="TextPath">Null where there is metadata only.</param>
/// <param name="MetadataPath">Null where there is a text only.</param>
internal sealed record SourceFile(string Id, string? TextPath, string? MetadataPath)
{
    public const string Folder = "seeds/sources";

    private const int LongestId = 100;

    private static readonly string[] TextEndings = [".txt", ".md", ".html"];

    /// <summary>What errors call the text, or the metadata where there is no text.</summary>
    public string Name => $"{Folder}/{Path.GetFileName(TextPath ?? MetadataPath)}";

    public string MetadataName => $"{Folder}/{Id}.yml";

    /// <summary>The files of the folder by id. Those that cannot be a source are told; hidden files and a README are passed over.</summary>
    public static IReadOnlyList<SourceFile> List(string folder, ICollection<Error> errors)
    {
        if (!Directory.Exists(folder))
            return [];
        var files = new SortedDictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var (name, id, ending) = (Path.GetFileName(path), Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
            if (name.StartsWith('.') || name == "README.md")
                continue;
            var known = files.GetValueOrDefault(id) ?? new SourceFile(id, null, null);
            if (!IsId(id))
                Fail(name, $"A source's name has lower-case letters, digits, '-' and '_', {LongestId} characters at most.");
            else if (ending == ".yml")
                files[id] = known with { MetadataPath = path };
            else if (!TextEndings.Contains(ending))
                Fail(name, "A source is a .txt, .md or .html file with a .yml file beside it.");
            else if (known.TextPath is not null)
                Fail(name, $"There is another text of that name, {Path.GetFileName(known.TextPath)}.");
            else
                files[id] = known with { TextPath = path };
        }

        return [.. files.Values];

        void Fail(string name, string message) => errors.Add(new Error("source-file-invalid", message, $"{Folder}/{name}"));
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(unit => char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit is '-' or '_');
}
