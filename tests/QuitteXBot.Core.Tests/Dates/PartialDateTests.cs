using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Dates;

namespace QuitteXBot.Core.Tests.Dates;

public sealed class PartialDateTests
{
    private static readonly Arbitrary<PartialDate> Dates = Gen
        .Choose(1, 9999).SelectMany(year => Gen.Choose(1, 12).SelectMany(month => Gen.Choose(1, DateTime.DaysInMonth(year, month)).SelectMany(day => Gen.Elements(
            PartialDate.OfYear(year), PartialDate.OfMonth(year, month), PartialDate.OfDay(new DateOnly(year, month, day))))))
        .ToArbitrary();

    /// <summary>Dates of two years, so that two of them often begin on the same day.</summary>
    private static readonly Gen<PartialDate> Near = Gen.Elements(
        "2024", "2024-01", "2024-01-01", "2024-01-31", "2024-12", "2024-12-31", "2025", "2025-01", "2025-01-01", "2025-01-20").Select(Parse);

    [Fact]
    public void TryParse_WhatToStringWrote_IsTheSameDate() =>
        Prop.ForAll(Dates, date => PartialDate.TryParse(date.ToString(), out var read) && read == date).QuickCheckThrowOnFailure();

    [Fact]
    public void FirstAndLast_AnyDate_EncloseIt() =>
        Prop.ForAll(Dates, date =>
            date.First <= date.Last
            && date.First.Year == date.Year && date.Last.Year == date.Year
            && (date.Month is null || (date.First.Month == date.Month && date.Last.Month == date.Month))
            && (date.Day is null || date.First == date.Last)).QuickCheckThrowOnFailure();

    [Fact]
    public void CompareTo_AnyThreeDates_IsATotalOrder() =>
        Prop.ForAll(Near.Three().ToArbitrary(), dates =>
        {
            var (one, two, three) = dates;
            return Math.Sign(one.CompareTo(two)) == -Math.Sign(two.CompareTo(one))
                && (one.CompareTo(two) == 0) == (one == two)
                && !(one <= two && two <= three && one > three)
                && (one < two) == !(one >= two);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_DatesThatBeginTogether_PutsTheMorePreciseFirst()
    {
        string[] ordered = ["2024-12-31", "2025-01-01", "2025-01", "2025", "2025-01-02", "2025-02"];

        Assert.Equal(ordered, ordered.Reverse().Select(Parse).Order().Select(date => date.ToString()));
    }

    [Theory]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    public void FirstAndLast_ADate_AreItsDays(string text, string first, string last)
    {
        var date = Parse(text);

        Assert.Equal((DateOnly.ParseExact(first, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DateOnly.ParseExact(last, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), (date.First, date.Last));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("2025-1")]
    [InlineData("2025-13")]
    [InlineData("2025-00")]
    [InlineData("2025-02-29")]
    [InlineData("2025-01-32")]
    [InlineData("2025-01-20T00:00")]
    [InlineData(" 2025")]
    [InlineData("2025 ")]
    [InlineData("20 janvier 2025")]
    [InlineData("٢٠٢٥")]
    [InlineData("0000")]
    [InlineData("-2025")]
    public void TryParse_AnythingElse_IsRefused(string? text)
    {
        Assert.False(PartialDate.TryParse(text, out var date));
        Assert.Equal(default, date);
    }

    [Fact]
    public void Properties_OfEachPrecision_LeaveOutWhatIsNotKnown()
    {
        Assert.Equal((2025, (int?)null, (int?)null), (Parse("2025").Year, Parse("2025").Month, Parse("2025").Day));
        Assert.Equal((1, null), (Parse("2025-01").Month, Parse("2025-01").Day));
        Assert.Equal((1, 20), (Parse("2025-01-20").Month, Parse("2025-01-20").Day));
    }

    private static PartialDate Parse(string text) =>
        PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException($"{text} is no date.");
}
