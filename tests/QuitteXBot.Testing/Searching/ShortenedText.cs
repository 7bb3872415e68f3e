using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Text;
using Xunit;

namespace QuitteXBot.Testing.Searching;

/// <summary>What holds of every text that was made to fit: for the shortener and for snippets alike.</summary>
public static class ShortenedText
{
    private static readonly string[] Words =
    [
        "nous", "ne", "n’avons", "pas", "plus", "jamais", "rien", "que", "personne", "ni", "la", "plateforme", "mer", "M.", "art.", "3,5", "« vraiment »", "X",
        "confiance", "anticonstitutionnellement", "sans", "aujourd’hui,", "😀", "l’eau", "fin.", "Fin.", "Ah\u202F!", "Quoi ?", "Voilà…", "\n\n", "dit-elle",
    ];

    /// <summary>Texts of up to 200 words, negations, abbreviations and marks among them, and any lengths.</summary>
    public static Arbitrary<(string Text, int MaximumLength)> Cases { get; } =
        (from words in Gen.Elements(Words).ListOf()
         from more in Gen.Elements(Words).ListOf()
         from length in Gen.Choose(QuoteShortener.LeastLength, 400)
         select (string.Join(' ', words.Concat(more).Concat(words)), length)).ToArbitrary();

    /// <summary>The shortened text is short enough, and what stands between its marks stands so, in this order, in the text, and is cut between words.</summary>
    public static void AssertFaithful(string text, string shortened, int maximumLength)
    {
        Assert.InRange(shortened.Length, 0, maximumLength);
        if (text.Length <= maximumLength)
            Assert.Equal(text, shortened);
        var from = 0;
        foreach (var part in shortened.Split(QuoteShortener.Mark).Select(part => part.Trim(' ')).Where(part => part.Length > 0))
        {
            var at = text.IndexOf(part, from, StringComparison.Ordinal);
            while (at >= 0 && !IsBetweenWords(text, at, at + part.Length))
                at = text.IndexOf(part, at + 1, StringComparison.Ordinal);
            Assert.True(at >= 0, $"\"{part}\" does not stand in the text as it is shown.");
            from = at + part.Length;
        }
    }

    private static bool IsBetweenWords(string text, int start, int end) =>
        (start == 0 || char.IsWhiteSpace(text[start - 1])) && (end == text.Length || char.IsWhiteSpace(text[end]));
}
