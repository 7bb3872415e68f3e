namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>
/// How far a mistyped word may be from what it stands for: one error in 5 to 8 letters, two in more. An error is a letter too many, too few,
/// another one, or two swapped; a wrong first letter counts twice. Of equally near words the more frequent one is meant, then the first.
/// </summary>
internal static class TypingTolerance
{
    private const int ShortestForOne = 5;
    private const int ShortestForTwo = 9;

    /// <summary>The highest cost allowed; 0 where the word is not corrected at all.</summary>
    public static int Of(string folded) => folded.Length < ShortestForOne || folded.AsSpan().IndexOfAnyInRange('0', '9') >= 0 ? 0
        : folded.Length < ShortestForTwo ? 1
        : 2;

    /// <param name="errors">Of what was typed.</param>
    public static int Cost(TypingErrors errors, ReadOnlySpan<byte> typed, ReadOnlySpan<byte> word)
    {
        var cost = errors.CountTo(word);
        return cost > 0 && word[0] != typed[0] ? cost + 1 : cost;
    }
}
