using FsCheck;
using FsCheck.Fluent;

namespace QuitteXBot.Core.Tests;

/// <summary>Texts for properties: letters, accents, characters of two UTF-16 units, and halves of such characters.</summary>
internal static class Texts
{
    private static readonly string[] WellFormed = ["a", "b", " ", "é", "e\u0301", "’", "«", "\n", "😀", "👩‍👩‍👧", "𝔘", "\u202E", "\uFEFF", "x"];

    public static Arbitrary<string> Any { get; } = Of([.. WellFormed, "\uD83D", "\uDE00"]);

    public static Arbitrary<string> Valid { get; } = Of(WellFormed);

    private static Arbitrary<string> Of(string[] pieces) => Gen.Elements(pieces).ArrayOf().Select(string.Concat).ToArbitrary();
}
