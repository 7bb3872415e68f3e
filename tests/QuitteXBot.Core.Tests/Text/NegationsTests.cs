using QuitteXBot.Core.Text;

namespace QuitteXBot.Core.Tests.Text;

public sealed class NegationsTests
{
    [Theory]
    [InlineData("Le port ne veut vraiment plus rester ici demain.", "port ne veut vraiment plus rester ici")]
    [InlineData("Cela n’est pas acceptable du tout.", "Cela n’est pas acceptable du")]
    [InlineData("On ne voit là que des insultes partout.", "On ne voit là que des insultes")]
    [InlineData("Nous ne voulons ni crier ni nous taire ici même.", "Nous ne voulons ni crier ni nous taire")]
    [InlineData("Personne parmi nous ne le souhaite vraiment.", "Personne parmi nous ne le souhaite")]
    [InlineData("Elle part sans y avoir été active.", "part sans y avoir")]
    [InlineData("We do not want that here.", "do not want that")]
    [InlineData("They don’t want that here.", "They don’t want that")]
    [InlineData("Rien ici, une fois encore.", "")]
    [InlineData("Une plaine.", "")]
    public void Of_Sentence_GivesWhatSaysNo(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Negations.Of(text, new TextSpan(0, text.Length)).Select(span => text[span.Start..span.End])));
}
