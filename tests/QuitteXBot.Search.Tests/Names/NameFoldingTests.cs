using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Search.Names;

namespace QuitteXBot.Search.Tests.Names;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("Meurthe-et-Moselle", "meurthe et moselle")]
    [InlineData("ÎLE-DE-FRANCE", "ile de france")]
    [InlineData("I\u0302le-de-France", "ile de france")]
    [InlineData("Côte d'Or", "cote d or")]
    [InlineData("Côte d’Or", "cote d or")]
    [InlineData("Côte dʼOr", "cote d or")]
    [InlineData("Côte d`Or", "cote d or")]
    [InlineData("Vandœuvre-lès-Nancy", "vandoeuvre les nancy")]
    [InlineData("Mœurs, Ævar, Straße, Łódź", "moeurs aevar strasse lodz")]
    [InlineData("AP‑HP", "ap hp")]
    [InlineData("AP–HP", "ap hp")]
    [InlineData("St-Denis", "saint denis")]
    [InlineData("FC St. Pauli", "fc saint pauli")]
    [InlineData("Ste Marie", "sainte marie")]
    [InlineData("Rue St", "rue st")]
    [InlineData("Emmaüs & Cie", "emmaus et cie")]
    [InlineData("Bor\u200Bde\u00ADaux\u202E", "bordeaux")]
    [InlineData("Nan\u0000cy", "nancy")]
    [InlineData("Ville\tde\nNancy", "ville de nancy")]
    [InlineData("😀 Nancy 😀", "nancy")]
    [InlineData("Ｎａｎｃｙ", "nancy")]
    [InlineData("\uD83D", "")]
    [InlineData("МОСКВА", "москва")]
    [InlineData("#HelloQuitteX!", "helloquittex")]
    public void Fold_Spelling_BringsSpellingsTogether(string text, string folded) => Assert.Equal(folded, NameFolding.Fold(text));

    [Fact]
    public void Fold_AnyText_IsIdempotent() =>
        Prop.ForAll<string?>(text => NameFolding.Fold(NameFolding.Fold(text ?? "")) == NameFolding.Fold(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Fold_AnyCharacter_IsIdempotent()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var folded = NameFolding.Fold(((char)unit).ToString());
            Assert.True(folded == NameFolding.Fold(folded), $"U+{unit:X4}: {folded}");
        }
    }
}
