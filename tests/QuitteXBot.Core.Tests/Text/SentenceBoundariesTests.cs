using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Text;

namespace QuitteXBot.Core.Tests.Text;

public sealed class SentenceBoundariesTests
{
    [Theory]
    [InlineData("Un. Deux ! Trois ? Quatre… Cinq", "Un.|Deux !|Trois ?|Quatre…|Cinq")]
    [InlineData("« Nous partons. » Le maire l’a dit.", "« Nous partons. »|Le maire l’a dit.")]
    [InlineData("«\u202FNous partons\u202F!\u202F» Fin.", "«\u202FNous partons\u202F!\u202F»|Fin.")]
    [InlineData("“We leave.” They did. (They did!) Yes.", "“We leave.”|They did.|(They did!)|Yes.")]
    [InlineData("« Partir ? » demande-t-elle. Oui.", "« Partir ? » demande-t-elle.|Oui.")]
    [InlineData("Il hésite… puis part. Voilà.", "Il hésite… puis part.|Voilà.")]
    [InlineData("Quoi ?! Non... Si.", "Quoi ?!|Non...|Si.")]
    [InlineData("M. Le Goff et Mme. Quill, cf. Art. 12, partent. Fin.", "M. Le Goff et Mme. Quill, cf. Art. 12, partent.|Fin.")]
    [InlineData("Selon J. K. Madrigal, c’est 3,5 ou 3.5 %. Oui.", "Selon J. K. Madrigal, c’est 3,5 ou 3.5 %.|Oui.")]
    [InlineData("La S.N.C.F. Bretagne roule. Bien.", "La S.N.C.F. Bretagne roule.|Bien.")]
    [InlineData("Nous quittons X. Nous partons.", "Nous quittons X.|Nous partons.")]
    [InlineData("Voyez x.com. Nous partons.", "Voyez x.com.|Nous partons.")]
    [InlineData("C’était en 2025. Nous partons.", "C’était en 2025.|Nous partons.")]
    [InlineData("1. Premier point. 2. Second point.", "1. Premier point.|2. Second point.")]
    [InlineData("Coupé au milieu\nde la ligne. Fin.", "Coupé au milieu\nde la ligne.|Fin.")]
    [InlineData("Un titre\n\nUn texte.", "Un titre|Un texte.")]
    [InlineData("  \n ", "")]
    [InlineData("", "")]
    [InlineData("...", "...")]
    public void Of_Text_GivesItsSentences(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SentenceBoundaries.Of(text).Select(sentence => text[sentence.Start..sentence.End])));

    [Fact]
    public void Of_AnyText_LosesNothingButBlanks() =>
        Prop.ForAll<string?>(text =>
        {
            text ??= "";
            var end = 0;
            foreach (var sentence in SentenceBoundaries.Of(text))
            {
                Assert.True(string.IsNullOrWhiteSpace(text[end..sentence.Start]));
                Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]));
                end = sentence.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        }).QuickCheckThrowOnFailure();
}
