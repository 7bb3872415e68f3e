using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>The words of a Markdown document, without its signs. A front matter between <c>---</c> lines is left out.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    public static SourceDraft Read(string text)
    {
        var paragraphs = new List<string>();
        string? title = null;
        var document = Markdown.Parse(text, Pipeline);
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
