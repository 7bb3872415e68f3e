namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>
/// The set of a word's letters in 32 bits: a to z one each, digits one, the others share three; the highest is always set.
/// One typing error changes two bits at most, so most words are ruled out as typos of another without being looked at.
/// </summary>
internal static class WordSignature
{
    private const uint Present = 1u << 31;
    private const int Digits = 26;
    private const int Others = 27;
    private const int OtherBits = 3;

    public static uint Of(ReadOnlySpan<char> folded)
    {
        var signature = Present;
        foreach (var letter in folded)
            signature |= 1u << (char.IsAsciiLetterLower(letter) ? letter - 'a' : char.IsAsciiDigit(letter) ? Digits : Others + (letter % OtherBits));
        return signature;
    }
}
