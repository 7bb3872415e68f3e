using QuitteXBot.Core.Sources;

namespace QuitteXBot.Core.Tests.Sources;

public sealed class TextHashTests
{
    // The values are those of sha256sum.
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("«é😀»", "3971ddae937c90e33d6ff49201b2ada51a3304d0c28c87dc47dcb056b793fa71")]
    public void Of_AText_IsTheHashOfItsUtf8(string text, string expected) => Assert.Equal(expected, TextHash.Of(text));

    [Fact]
    public void Sha256_OfASource_IsThatOfItsText() => Assert.Equal(TextHash.Of("un texte"), new Source { Id = "a", Text = "un texte" }.Sha256);
}
