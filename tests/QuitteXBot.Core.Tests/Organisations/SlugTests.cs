using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Core.Tests.Organisations;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Université de Bordeaux", "universite-de-bordeaux")]
    [InlineData("L’Haÿ-les-Roses", "l-hay-les-roses")]
    [InlineData("  Cœur d'Ægypte !  ", "coeur-d-aegypte")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("e\u0301cole", "ecole")]
    [InlineData("ESS - France (2025)", "ess-france-2025")]
    [InlineData("München", "munchen")]
    [InlineData("😀", "")]
    [InlineData("東京", "")]
    [InlineData("", "")]
    [InlineData("---", "")]
    public void Of_AName_IsLowerCaseLettersDigitsAndHyphens(string name, string expected) => Assert.Equal(expected, Slug.Of(name));

    [Fact]
    public void Of_AnyText_HasOnlyItsCharactersAndIsStable() =>
        Prop.ForAll(Texts.Valid, text =>
        {
            var slug = Slug.Of(text);
            return slug.All(unit => char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit == '-')
                && !slug.StartsWith('-') && !slug.EndsWith('-') && !slug.Contains("--", StringComparison.Ordinal)
                && Slug.Of(slug) == slug;
        }).QuickCheckThrowOnFailure();
}
