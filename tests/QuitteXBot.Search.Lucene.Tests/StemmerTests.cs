using FsCheck;
using FsCheck.Fluent;
using Lucene.Net.Analysis.Fr;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Lucene.Tests;

/// <summary>
/// The stemmer that both engines share, beside the one of Lucene's French analysis, which takes words that still have their accents. Ours differs on
/// purpose in two things: it does without accents, so an unaccented -ere is an -ère to it; and a final y falls, for words that are English.
/// </summary>
public sealed class StemmerTests
{
    private static readonly string[] Ends =
    [
        "issement", "issant", "ement", "ivement", "ficatrice", "ficateur", "catrice", "cateur", "atrice", "ateur", "trice", "ième", "teuse", "teur", "euse", "ère",
        "ive", "folle", "molle", "nnelle", "nnel", "ète", "ique", "esse", "inage", "isation", "ualisation", "isateur", "ation", "ition", "aux", "eaux", "ie", "r", "ée", "",
    ];

    [Fact]
    public void Stem_AnyWord_IsLucenes()
    {
        var letter = Gen.Elements("abcdefghijklmnopqrstuvwxz".ToArray());
        var words = Gen.Zip(letter.NonEmptyListOf(), Gen.Zip(Gen.Elements(Ends), Gen.Elements("", "s", "x")))
            .Select(parts => new string([.. parts.Item1.Take(12)]) + parts.Item2.Item1 + parts.Item2.Item2).Where(word => !MissesAnAccent(word));
        Prop.ForAll(words.ToArbitrary(), word => Assert.Equal(Theirs(word), Ours(word))).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static bool MissesAnAccent(string word) =>
        word.TrimEnd('s', 'x') is var singular && (singular.EndsWith("ieme", StringComparison.Ordinal) || singular.EndsWith("ere", StringComparison.Ordinal) || singular.EndsWith("ete", StringComparison.Ordinal));

    private static string Ours(string word)
    {
        var letters = Fold(word).ToCharArray();
        return new string(letters, 0, LightStemmer.Stem(letters));
    }

    /// <summary>Short words keep their accents in Lucene's stems: folded, like ours.</summary>
    private static string Theirs(string word)
    {
        var letters = word.ToCharArray();
        return Fold(new string(letters, 0, new FrenchLightStemmer().Stem(letters, letters.Length)));
    }

    private static string Fold(string word)
    {
        Span<char> buffer = stackalloc char[WordReader.MaximumWordLength];
        var reader = new WordReader(word, buffer);
        Assert.True(reader.Read());
        return reader.Word.ToString();
    }
}
