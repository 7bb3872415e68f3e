using QuitteXBot.Commands.Values;

namespace QuitteXBot.Commands.Tests.Values;

public sealed class PeriodReaderTests
{
    private static readonly DateOnly Today = new(2025, 6, 1);

    [Theory]
    [InlineData("2025", "2025")]
    [InlineData("2025-01", "2025-01")]
    [InlineData("2025-01-20", "2025-01-20")]
    [InlineData("2024-11..2025-01", "2024-11..2025-01")]
    [InlineData("2024..", "2024..")]
    [InlineData("..2024", "..2024")]
    [InlineData("janvier 2025", "2025-01")]
    [InlineData("January 2025", "2025-01")]
    [InlineData("20 janvier 2025", "2025-01-20")]
    [InlineData("1er août 2024", "2024-08-01")]
    [InlineData("January 20, 2025", "2025-01-20")]
    [InlineData("20/01/2025", "2025-01-20")]
    [InlineData("depuis 2024", "2024..")]
    [InlineData("since March 2024", "2024-03..")]
    [InlineData("depuis le 3 mars 2024", "2024-03-03..")]
    [InlineData("à partir de janvier 2024", "2024-01..")]
    [InlineData("avant 2025", "..2024-12-31")]
    [InlineData("après mars 2024", "2024-04-01..")]
    [InlineData("jusqu'en 2024", "..2024")]
    [InlineData("entre 2023 et 2024", "2023..2024")]
    [InlineData("de janvier 2024 à mars 2025", "2024-01..2025-03")]
    [InlineData("between January 2024 and March 2025", "2024-01..2025-03")]
    [InlineData("en janvier", "2025-01")]
    [InlineData("en décembre", "2024-12")]
    [InlineData("cette année", "2025")]
    [InlineData("le mois dernier", null)]
    [InlineData("mois dernier", "2025-05")]
    [InlineData("2025-13", null)]
    [InlineData("31 février 2025", null)]
    [InlineData("2025..2024", null)]
    [InlineData("..", null)]
    [InlineData("hier", null)]
    public void Find_Value_ReadsThePeriodOrRefuses(string text, string? expected) => Assert.Equal(expected, PeriodReader.Find(text, Today)?.ToString());
}
