using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Dates;
using QuitteXBot.Ingestion.Dates;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Tests.Dates;

public sealed class DateFinderTests
{
    // A Tuesday.
    private const string Published = "2025-01-21";

    [Theory]
    [InlineData("annoncé le 20 janvier 2025 à Nancy", "2025-01-20", DateKind.On)]
    [InlineData("annoncé le 1er février 2024.", "2024-02-01", DateKind.On)]
    [InlineData("le 20/01/2025", "2025-01-20", DateKind.On)]
    [InlineData("le 20.01.25", "2025-01-20", DateKind.On)]
    [InlineData("2025-01-20", "2025-01-20", DateKind.On)]
    [InlineData("le lundi 20 janvier 2025", "2025-01-20", DateKind.On)]
    [InlineData("On January 20, 2025, it said", "2025-01-20", DateKind.On)]
    [InlineData("the 20th of January 2025", "2025-01-20", DateKind.On)]
    [InlineData("en décembre 2024", "2024-12", DateKind.On)]
    [InlineData("fin janvier 2025", "2025-01", DateKind.On)]
    [InlineData("début 2025", "2025", DateKind.On)]
    [InlineData("à l’été 2024", "2024", DateKind.On)]
    [InlineData("since January 2025", "2025-01", DateKind.Since)]
    [InlineData("depuis le 3 mars 2024", "2024-03-03", DateKind.Since)]
    [InlineData("à compter du 1er février 2025", "2025-02-01", DateKind.From)]
    [InlineData("à partir du lundi 20 janvier 2025", "2025-01-20", DateKind.From)]
    [InlineData("dès le 31 janvier 2025", "2025-01-31", DateKind.From)]
    [InlineData("as of 1 February 2025", "2025-02-01", DateKind.From)]
    [InlineData("jusqu’au 30 juin 2025", "2025-06-30", DateKind.Until)]
    [InlineData("avant le 30 juin 2025", "2025-06-30", DateKind.Until)]
    public void Find_DateWithItsYear_NeedsNoReference(string text, string date, DateKind kind) => Assert.Equal([(date, kind)], Find(text, null));

    [Theory]
    [InlineData("a annoncé hier", "2025-01-20", DateKind.On)]
    [InlineData("avant-hier", "2025-01-19", DateKind.On)]
    [InlineData("dès aujourd’hui", "2025-01-21", DateKind.From)]
    [InlineData("à partir de demain", "2025-01-22", DateKind.From)]
    [InlineData("ce lundi", "2025-01-20", DateKind.On)]
    [InlineData("ce jeudi", "2025-01-23", DateKind.On)]
    [InlineData("a annoncé vendredi", "2025-01-17", DateKind.On)]
    [InlineData("mardi dernier", "2025-01-14", DateKind.On)]
    [InlineData("lundi prochain", "2025-01-27", DateKind.On)]
    [InlineData("last Friday", "2025-01-17", DateKind.On)]
    [InlineData("yesterday", "2025-01-20", DateKind.On)]
    [InlineData("ce lundi 20 janvier", "2025-01-20", DateKind.On)]
    [InlineData("le lundi 20, dans la journée", "2025-01-20", DateKind.On)]
    [InlineData("le 28 décembre", "2024-12-28", DateKind.On)]
    [InlineData("à compter du 1er février", "2025-02-01", DateKind.From)]
    [InlineData("le 3 mars dernier", "2024-03-03", DateKind.On)]
    [InlineData("fin janvier", "2025-01", DateKind.On)]
    [InlineData("mi-décembre", "2024-12", DateKind.On)]
    [InlineData("depuis novembre", "2024-11", DateKind.Since)]
    [InlineData("en juin prochain", "2025-06", DateKind.On)]
    [InlineData("le mois dernier", "2024-12", DateKind.On)]
    [InlineData("l’an dernier", "2024", DateKind.On)]
    public void Find_IncompleteDate_IsReadFromTheDayOfPublication(string text, string date, DateKind kind) => Assert.Equal([(date, kind)], Find(text, Published));

    [Theory]
    [InlineData("Le service ferme ce lundi 20 janvier.", "2025-01-20")]
    [InlineData("Le service ferme ce vendredi 17 novembre.", "2023-11-17")]
    [InlineData("Depuis le rachat de 2013, rien. Ce lundi 20 janvier, tout change.", "2014-01-20")]
    [InlineData("Le lundi 20 janvier 2020, un essai. Le 3 février, un autre.", "2020-02-03")]
    [InlineData("Nancy, 3 mars 2024. – Le maire est parti hier.", "2024-03-02")]
    public void Find_WithoutPublication_TakesTheYearFromWeekdayOrText(string text, string date) =>
        Assert.Contains(date, Find(text, null).Select(found => found.Date));

    [Theory]
    [InlineData("Il arrive hier, lundi dernier ou le 3 février.")]
    [InlineData("Les lundis, le lundi, Mardi gras, la planète Mars, il may be, 2025 habitants")]
    [InlineData("Le 31 février 2025, le 45 mars 2024, 99/99/2025")]
    public void Find_NothingToPlaceItBy_FindsNothing(string text) => Assert.Empty(Find(text, null));

    [Fact]
    public void Find_AnyText_StaysInsideIt() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? "").Zip(Gen.Elements("", "ce lundi 31 ", "fin février ", "1er ", "2024-02-", "hier", "mars 20 ")).ToArbitrary(),
            parts =>
            {
                var text = parts.Item2 + parts.Item1;
                var words = new WordList(text);
                var end = 0;
                foreach (var found in DateFinder.Find(words, DateContext.Of(words, Parse(Published))))
                {
                    Assert.InRange(found.Start, end, text.Length);
                    Assert.InRange(found.End, found.Start + 1, text.Length);
                    end = found.End;
                }
            }).QuickCheckThrowOnFailure();

    private static PartialDate? Parse(string? text) => PartialDate.TryParse(text, out var date) ? date : null;

    private static (string Date, DateKind Kind)[] Find(string text, string? published)
    {
        var words = new WordList(text);
        return [.. DateFinder.Find(words, DateContext.Of(words, Parse(published))).Select(found => (found.Date.ToString(), found.Kind))];
    }
}
