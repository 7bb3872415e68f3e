using System.Reflection;
using System.Text.RegularExpressions;
using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Commands.Tests.Localisation;

public sealed partial class TextsTests
{
    [Fact]
    public void All_BothLanguages_HaveTheSameKeysAndPlaceholders()
    {
        var (french, english) = (Texts.In(Language.French).All, Texts.In(Language.English).All);

        Assert.Equal(french.Keys.Order(), english.Keys.Order());
        Assert.All(french.Keys, key => Assert.Equal(Placeholders(french[key]), Placeholders(english[key])));
    }

    [Fact]
    public void All_EveryConstant_HasItsTexts()
    {
        var texts = Texts.In(Language.French).All;
        var constants = typeof(TextKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.All(constants, constant => Assert.Contains(texts.Keys, key => key == constant || key == constant + "One" || (constant.EndsWith('.') && key.StartsWith(constant, StringComparison.Ordinal))));
        Assert.All(texts.Keys, key => Assert.Contains(
            constants, constant => key == constant || key == constant + "One" || key == constant + "Many" || (constant.EndsWith('.') && key.StartsWith(constant, StringComparison.Ordinal))));
    }

    [Fact]
    public void All_French_FollowsFrenchTypography() => Assert.All(Texts.In(Language.French).All.Values, text =>
    {
        Assert.DoesNotContain('\'', text);
        Assert.DoesNotMatch(WrongFrenchSpace(), text);
    });

    [Fact]
    public void Count_None_IsSingularInFrenchAndPluralInEnglish()
    {
        Assert.Equal("0 déclaration", Texts.In(Language.French).Count(TextKeys.Statements, 0));
        Assert.Equal("0 statements", Texts.In(Language.English).Count(TextKeys.Statements, 0));
        Assert.Equal("2 déclarations", Texts.In(Language.French).Count(TextKeys.Statements, 2));
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholder();

    // An ordinary space or none before « ? ! ; » and inside guillemets, an ordinary space before a colon.
    [GeneratedRegex(@"[^\u202F][?;»]|[^\u202F/ ]!|« | :|«[^\u202F]")]
    private static partial Regex WrongFrenchSpace();
}
