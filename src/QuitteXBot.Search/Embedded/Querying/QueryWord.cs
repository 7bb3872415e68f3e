using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>A word of the user's text.</summary>
/// <param name="Typed">As the user typed it.</param>
/// <param name="Text">Folded.</param>
/// <param name="Position">Which word of the text it is.</param>
/// <param name="Phrase">Number of the quoted phrase that it stands in, or 0.</param>
internal sealed record QueryWord(string Typed, string Text, string Stem, WordWeight Weight, int Position, int Phrase)
{
    public static QueryWord Of(ReadOnlySpan<char> typed, ReadOnlySpan<char> folded, int position, int phrase)
    {
        Span<char> stem = stackalloc char[WordReader.MaximumWordLength];
        folded.CopyTo(stem);
        var length = LightStemmer.Stem(stem[..folded.Length]);
        return new QueryWord(typed.ToString(), folded.ToString(), stem[..length].ToString(), StopWords.Weigh(folded), position, phrase);
    }
}
