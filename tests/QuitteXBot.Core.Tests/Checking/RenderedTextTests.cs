using QuitteXBot.Core.Checking;

namespace QuitteXBot.Core.Tests.Checking;

public sealed class RenderedTextTests
{
    [Theory]
    [InlineData("Elle dit : « Nous partons ! » et part.", "Nous partons !")]
    [InlineData("Nous\u00a0partons\u202f!", "Nous partons !")]
    [InlineData("Nous\n   partons !", "Nous partons !")]
    [InlineData("Nous partons.\n\nDemain.", "Nous partons. Demain.")]
    [InlineData("C'est fini, aujourd'hui", "C’est fini, aujourd’hui")]
    [InlineData("C’est fini", "C'est fini")]
    [InlineData("Nous par\u00adtons\u200b !", "Nous partons !")]
    public void Carries_SameWordsRenderedOtherwise_True(string page, string quote) => Assert.True(new RenderedText(page).Carries(quote));

    [Theory]
    [InlineData("Nous ne partons pas !", "Nous partons !")]
    [InlineData("nous partons !", "Nous partons !")]
    [InlineData("Nous partons.", "Nous partons !")]
    [InlineData("Nous partons!", "Nous partons !")]
    [InlineData("Nouspartons !", "Nous partons !")]
    [InlineData("Nous partîmes !", "Nous partimes !")]
    [InlineData("« Nous partons »", "\"Nous partons\"")]
    [InlineData("", "Nous partons !")]
    public void Carries_OtherWords_False(string page, string quote) => Assert.False(new RenderedText(page).Carries(quote));
}
