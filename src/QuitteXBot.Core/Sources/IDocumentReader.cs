using QuitteXBot.Core.Results;

namespace QuitteXBot.Core.Sources;

/// <summary>Reads documents that people post: attached files. Their bytes are hostile until shown otherwise.</summary>
public interface IDocumentReader
{
    /// <summary>In bytes.</summary>
    int LargestDocument { get; }

    /// <summary>
    /// What the file says; its name's ending (<c>.txt</c>, <c>.md</c>, <c>.html</c>) says how to read it. Errors: <c>input-too-large</c>,
    /// <c>input-kind-unknown</c>, <c>input-encoding-unknown</c>, <c>input-not-text</c>, <c>input-too-complex</c>, <c>input-empty</c>.
    /// </summary>
    Result<SourceDraft> Read(ReadOnlySpan<byte> bytes, string name);
}
