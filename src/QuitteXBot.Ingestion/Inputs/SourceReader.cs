using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>Files → sources: <c>.txt</c>, <c>.md</c> and <c>.html</c>, in UTF-8, UTF-16 with a byte order mark, or Windows-1252; web pages also as they declare.</summary>
public static class SourceReader
{
    /// <summary>Bytes. A long article has 50 kB; 5 MB is a book.</summary>
    public const long LargestFile = 5_000_000;

    /// <summary>Endings of the files that can be read.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".txt", ".md", ".html", ".htm"];

    /// <summary>Reads a file; errors <c>input-missing</c>, <c>input-too-large</c>, <c>input-unreadable</c> and those of <see cref="Read"/> name it.</summary>
    public static async Task<Result<SourceDraft>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return new Error("input-missing", "There is no such file.", path);
            if (file.Length > LargestFile)
                return new Error("input-too-large", $"The file has {file.Length} bytes; {LargestFile} are allowed.", path);
            return Read(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Error("input-unreadable", $"The file cannot be read: {fault.Message}", path);
        }
    }

    /// <summary>
    /// Reads what a file holds; its name's ending says how. Errors: <c>input-too-large</c>, <c>input-kind-unknown</c>, <c>input-encoding-unknown</c>, <c>input-not-text</c>,
    /// <c>input-too-complex</c>, <c>input-empty</c>.
    /// </summary>
    public static Result<SourceDraft> Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length > LargestFile)
            return new Error("input-too-large", $"The file has {bytes.Length} bytes; {LargestFile} are allowed.", name);
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (!Endings.Contains(ending))
            return new Error("input-kind-unknown", $"A file of kind '{ending}' cannot be read; {string.Join(", ", Endings)} can.", name);
        var decoded = TextDecoder.Decode(bytes, markup: ending is ".html" or ".htm");
        if (!decoded.IsSuccess)
            return decoded.Error with { Location = name };
        var text = TextDecoder.WithLineFeeds(decoded.Value);
        var input = ending switch
        {
            ".md" => MarkdownText.Read(text),
            ".html" or ".htm" => HtmlText.Read(text),
            _ => new SourceDraft(text),
        };
        if (!input.IsSuccess)
            return input.Error with { Location = name };
        return string.IsNullOrWhiteSpace(input.Value.Text) ? new Error("input-empty", "The file holds no words.", name) : input;
    }

    /// <summary>The source that an input makes, by the given id.</summary>
    public static Source ToSource(this SourceDraft input, string id) => new()
    {
        Id = id,
        Text = input.Text,
        Title = input.Title,
        Author = input.Author,
        Outlet = input.Outlet,
        Published = input.Published,
        Url = input.Url,
        Language = input.Language is "en" ? "en" : "fr",
    };
}
