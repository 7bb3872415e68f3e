using System.Collections.Immutable;

namespace QuitteXBot.Ingestion.Text;

/// <summary>What a paragraph is for.</summary>
public enum ParagraphKind
{
    Body,

    /// <summary>The title or an intertitle: a short line without final punctuation between others.</summary>
    Heading,

    /// <summary>A line that only says when, where or by whom the text was written.</summary>
    Dateline,
}

/// <summary>
/// A sentence as it is told: full stops inside quotation marks do not end it, so "« Non. Jamais. », dit-il." is one.
/// </summary>
/// <param name="Start">UTF-16 index of its first token.</param>
/// <param name="End">UTF-16 index behind its last token.</param>
/// <param name="FirstToken">Index into <see cref="Document.Tokens"/>.</param>
/// <param name="EndToken">Index behind its last token.</param>
public sealed record Sentence(int Start, int End, int FirstToken, int EndToken);

/// <summary>A paragraph: one line, or several that a hard line break divides.</summary>
/// <param name="Index">Its place among the document's paragraphs.</param>
/// <param name="Start">UTF-16 index of its first unit that is no white space.</param>
/// <param name="End">UTF-16 index behind its last unit that is no white space.</param>
/// <param name="FirstToken">Index into <see cref="Document.Tokens"/>.</param>
/// <param name="EndToken">Index behind its last token.</param>
public sealed record Paragraph(int Index, int Start, int End, ParagraphKind Kind, int FirstToken, int EndToken, ImmutableArray<Sentence> Sentences);
