using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Tests.Analysis;

public sealed class StopWordsTests
{
    [Theory]
    [InlineData("de", WordWeight.Function)]
    [InlineData("the", WordWeight.Function)]
    [InlineData("pourquoi", WordWeight.Stop)]
    [InlineData("est", WordWeight.Stop)]
    [InlineData("who", WordWeight.Stop)]
    [InlineData("denonce", WordWeight.Frame)]
    [InlineData("twitter", WordWeight.Frame)]
    [InlineData("x", WordWeight.Frame)]
    [InlineData("haine", WordWeight.Content)]
    [InlineData("pourquo", WordWeight.Content)]
    [InlineData("", WordWeight.Content)]
    [InlineData("anticonstitutionnellement", WordWeight.Content)]
    internal void Weigh_Word_GivesItsWeight(string word, WordWeight weight) => Assert.Equal(weight, StopWords.Weigh(word));
}
