using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>Reads what is attached in a chat, as <see cref="SourceReader"/> reads files, but no books.</summary>
public sealed class PostedDocumentReader : IDocumentReader
{
    public int LargestDocument => 2_000_000;

    public Result<SourceDraft> Read(ReadOnlySpan<byte> bytes, string name) => bytes.Length > LargestDocument
        ? new Error("input-too-large", $"The file has {bytes.Length} bytes; {LargestDocument} are allowed.", name)
        : SourceReader.Read(bytes, name);
}
