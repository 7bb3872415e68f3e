using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Tests.Analysis;

public sealed class LightStemmerTests
{
    // One word or more for each rule of the published algorithm.
    [Theory]
    [InlineData("chevaux", "cheval")]
    [InlineData("hiboux", "hibou")]
    [InlineData("chanteuse", "chant")]
    [InlineData("chanter", "chant")]
    [InlineData("baronne", "baron")]
    [InlineData("barons", "baron")]
    [InlineData("peaux", "peau")]
    [InlineData("neveux", "neveu")]
    [InlineData("bijoux", "bijou")]
    [InlineData("investissement", "investi")]
    [InlineData("assommant", "asomant")]
    [InlineData("provocateur", "provoqu")]
    [InlineData("provocatrice", "provoqu")]
    [InlineData("qualificateur", "qualifi")]
    [InlineData("orateur", "orat")]
    [InlineData("oratrice", "orat")]
    [InlineData("directeur", "direct")]
    [InlineData("directrice", "direct")]
    [InlineData("particuliere", "particuli")]
    [InlineData("active", "activ")]
    [InlineData("massivement", "masif")]
    [InlineData("folle", "fou")]
    [InlineData("professionnel", "profesion")]
    [InlineData("professionnelle", "profesion")]
    [InlineData("complete", "complet")]
    [InlineData("secretes", "secret")]
    [InlineData("patriotique", "patriot")]
    [InlineData("faiblesse", "faibl")]
    [InlineData("patinage", "patin")]
    [InlineData("sonorisation", "sono")]
    [InlineData("ritualisation", "rituel")]
    [InlineData("nomination", "nomin")]
    [InlineData("disposition", "dispos")]
    [InlineData("ans", "ans")]
    [InlineData("x", "x")]
    [InlineData("", "")]
    [InlineData("2025", "2025")]
    [InlineData("cd54s", "cd54s")]
    public void Stem_Word_GivesItsStem(string word, string stem) => Assert.Equal(stem, Stem(word));

    [Theory]
    [InlineData("theories", "theory", "theorie")]
    [InlineData("conspiracies", "conspiracy", "conspiracie")]
    [InlineData("statements", "statement", "statement")]
    [InlineData("reseaux", "reseau", "reseau")]
    public void Stem_FormsOfOneWord_MeetInOneStem(string first, string second, string third)
    {
        Assert.Equal(Stem(second), Stem(first));
        Assert.Equal(Stem(third), Stem(second));
    }

    [Fact]
    public void Stem_AnyWord_IsNoLongerThanTheWord() =>
        Prop.ForAll(Gen.Choose('a', 'z').Select(letter => (char)letter).ArrayOf().ToArbitrary(), letters =>
        {
            var length = LightStemmer.Stem((char[])letters.Clone());
            return length <= letters.Length && (length > 0 || letters.Length == 0);
        }).QuickCheckThrowOnFailure();

    private static string Stem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, LightStemmer.Stem(letters));
    }
}
