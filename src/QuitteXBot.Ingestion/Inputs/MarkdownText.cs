using System.Buffers;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>The words of a Markdown document, without its signs. A front matter between <c>---</c> lines is left out.</summary>
internal static class MarkdownText
{
    /// <summary>The parser needs time by the square of their number.</summary>
    private const int MostBrackets = 5_000;

    /// <summary>Blanks and signs of lists and quotes before a line's first word.</summary>
    private const int MostIndentation = 200;

    private static readonly SearchValues<char> Indentation = SearchValues.Create(" \t>-+*0123456789.)");

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    /// <returns>Error <c>input-too-complex</c>.</returns>
    public static Result<SourceDraft> Read(string text)
    {
        if (text.Count('[') > MostBrackets || IsIndentedTooFar(text) || Parse(text) is not { } document)
            return new Error("input-too-complex", $"The Markdown nests too deep, or has more than {MostBrackets} brackets: paste its text instead.");
        var paragraphs = new List<string>();
        string? title = null;
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block is Markdig.Extensions.Yaml.YamlFrontMatterBlock or HtmlBlock or LinkReferenceDefinition or ThematicBreakBlock)
                continue;
            var words = block.Inline is null ? block.Lines.ToString() : Words(block.Inline);
            if (string.IsNullOrWhiteSpace(words))
                continue;
            if (title is null && block is HeadingBlock { Level: 1 })
                title = words.Trim();
            paragraphs.Add(words.Trim());
        }

        return new SourceDraft(string.Join("\n\n", paragraphs)) { Title = title };
    }

    /// <summary>Lists in lists without end: the parser tells of their depth too late.</summary>
    private static bool IsIndentedTooFar(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IndexOfAnyExcept(Indentation) is var width && (width < 0 ? line.Length : width) > MostIndentation)
                return true;
        }

        return false;
    }

    /// <summary>Null where the parser finds the nesting too deep: it has a limit of its own, and no other way to tell.</summary>
    private static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Words(ContainerInline container)
    {
        var words = new StringBuilder();
        foreach (var inline in container.Descendants())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case LineBreakInline:
                    words.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    words.Append(link.Url);
                    break;
            }
        }

        return words.ToString();
    }
}
