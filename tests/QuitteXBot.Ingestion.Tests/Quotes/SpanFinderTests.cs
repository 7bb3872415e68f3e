using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Tests.Quotes;

public sealed class SpanFinderTests
{
    [Theory]
    [InlineData("Il dit « oui ».", "oui")]
    [InlineData("Il dit «\u202foui\u00a0».", "oui")]
    [InlineData("Il dit “oui”.", "oui")]
    [InlineData("Il dit „oui“.", "oui")]
    [InlineData("Il dit \"oui\".", "oui")]
    [InlineData("Il dit \" oui \".", "oui")]
    [InlineData("Il dit ‹ oui ›.", "oui")]
    [InlineData("Il dit << oui >>.", "oui")]
    [InlineData("Il dit “oui ».", "oui")]
    [InlineData("Il dit « oui ”.", "oui")]
    [InlineData("Il dit « oui \", puis s'en va.", "oui")]
    [InlineData("Il dit qu'« on part » d'ici.", "on part")]
    [InlineData("L'élu s'est tu : aujourd'hui, c'est l'heure.")]
    [InlineData("« On l'a dit », répète l'élu, « et l'on part ».", "On l'a dit", "et l'on part")]
    [InlineData("« Nous “partons” ce soir », dit-il.", "Nous “partons” ce soir")]
    [InlineData("« Une « réelle » fraude », dit-il.", "Une « réelle » fraude")]
    [InlineData("« \"Nous partons demain », dit-il.", "\"Nous partons demain")]
    [InlineData("Il y a [...] « du [bon] (parfois) […] et du moins bon ».", "du [bon] (parfois) […] et du moins bon")]
    [InlineData("Rien ne ferme » ici.")]
    [InlineData("Un écran de 12\" et un autre de 15\".")]
    public void Read_Marks_PairsThem(string text, params string[] expected) => Assert.Equal(expected, Outer(text));

    [Fact]
    public void Read_MarkAtEachParagraph_IsOneSpanEach()
    {
        var spans = Outer("Elle a dit :\n\n« Un premier point. Il est long.\n\n« Un second point. »\n\nPuis elle est partie.");

        Assert.Equal(["Un premier point. Il est long.", "Un second point."], spans);
    }

    [Fact]
    public void Read_LineBrokenInsideQuote_JoinsTheLines() =>
        Assert.Equal(["un outil central pour nos\nmissions publiques"], Outer("Il voit « un outil central pour nos\nmissions publiques ». Fin."));

    [Fact]
    public void Read_Unclosed_EndsWithItsParagraph()
    {
        var document = Document.Read("Elle a dit : « Nous partons. Nous ne reviendrons pas.\n\nLe lendemain, rien.");

        var span = Assert.Single(document.Spans);
        Assert.False(span.Closed);
        Assert.False(span.Truncated);
        Assert.Equal("Nous partons. Nous ne reviendrons pas.", document.Words(span.Start, span.End));
    }

    [Fact]
    public void Read_UnclosedWithStump_IsTruncatedBeforeIt()
    {
        var document = Document.Read("Elle a dit : « Nous partons. Cet endroit n'est plus sûr. Voter sur un autre texte.\n« Plus jamais ça »\nLe lendemain, rien.");

        Assert.True(document.Spans[0].Truncated);
        Assert.Equal("Nous partons. Cet endroit n'est plus sûr.", document.Words(document.Spans[0].Start, document.Spans[0].End));
        Assert.Equal("Plus jamais ça", document.Words(document.Spans[1].Start, document.Spans[1].End));
        Assert.Equal(ParagraphKind.Heading, document.Paragraphs[document.Spans[1].Paragraph].Kind);
    }

    private static string[] Outer(string text)
    {
        var document = Document.Read(text);
        return [.. document.Spans.Where(span => span.Depth == 0).Select(span => document.Words(span.Start, span.End))];
    }
}
