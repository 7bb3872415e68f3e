using System.Collections.Immutable;
using QuitteXBot.Ingestion.Quotes;

namespace QuitteXBot.Ingestion.Text;

/// <summary>Lines → paragraphs → tokens → paired marks → sentences.</summary>
internal sealed class DocumentReader(string text)
{
    public Document Read()
    {
        var blocks = ParagraphSplitter.Split(text);
        var tokeniser = new Tokeniser(text);
        var bounds = new List<(int First, int End)>(blocks.Count);
        foreach (var block in blocks)
        {
            var first = tokeniser.Tokens.Count;
            tokeniser.Read(block.Start, block.End);
            bounds.Add((first, tokeniser.Tokens.Count));
        }

        var kinds = ParagraphKinds.Of(text, blocks);
        var tokens = tokeniser.Tokens.ToImmutableArray();
        var spans = new SpanFinder(text, tokens, blocks, bounds, kinds).Find();
        var splitter = new SentenceSplitter(text, tokens, spans);
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var (first, end) = bounds[i];
            paragraphs.Add(new Paragraph(i, blocks[i].Start, blocks[i].End, kinds[i], first, end, splitter.Split(first, end)));
        }

        return new Document(text, paragraphs.DrainToImmutable(), tokens, [.. tokeniser.Forms], spans);
    }
}
