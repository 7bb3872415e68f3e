using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Sources;
using QuitteXBot.Indexing;

namespace QuitteXBot.Tests.Indexing;

public sealed class ParagraphsTests
{
    [Fact]
    public void Of_ASource_NamesEachParagraphByItsPlaceInCodePoints()
    {
        var source = new Source { Id = "a", Text = "😀 Un premier paragraphe, assez long.\n\nCourt.\nUn second paragraphe, assez long aussi." };

        var paragraphs = Paragraphs.Of(source).ToList();

        Assert.Equal(["😀 Un premier paragraphe, assez long.", "Un second paragraphe, assez long aussi."], paragraphs.Select(paragraph => paragraph.Text));
        foreach (var paragraph in paragraphs)
        {
            Assert.True(ParagraphId.TryParse(paragraph.Id, out var id));
            Assert.Equal(paragraph.Text, CodePoints.Slice(source.Text, id.Start, id.End));
        }
    }
}
