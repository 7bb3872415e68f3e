using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Indexing;

/// <summary>A source's paragraphs, as excerpts that a search may show.</summary>
internal static class Paragraphs
{
    private const int ShortestLength = 20;

    public static IEnumerable<IndexDocument> Of(Source source)
    {
        if (ExcerptSource.IsExcerpt(source.Id))
            yield break;
        var startCodePoint = 0;
        foreach (var line in source.Text.Split('\n'))
        {
            var length = CodePoints.FromUtf16(line, line.Length);
            if (line.Trim().Length >= ShortestLength)
            {
                yield return new IndexDocument
                {
                    Kind = DocumentKind.Paragraph,
                    Id = new ParagraphId(source.Id, startCodePoint, startCodePoint + length).ToString(),
                    Text = line,
                    Language = source.Language,
                    Outlet = source.Outlet,
                    Title = source.Title,
                };
            }

            startCodePoint += length + 1;
        }
    }
}
