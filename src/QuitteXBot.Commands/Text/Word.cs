using System.Collections.Immutable;

namespace QuitteXBot.Commands.Text;

/// <summary>
/// A word of a question, where it stands and how it compares. A class, because the framework's collections have no ahead-of-time code for our structures, and a
/// cold process would compile it anew.
/// </summary>
/// <param name="Start">UTF-16 index in the question.</param>
/// <param name="Length">UTF-16 length in the question.</param>
/// <param name="Folded">Without case and accents.</param>
internal sealed record Word(int Start, int Length, string Folded)
{
    public int End => Start + Length;

    /// <summary>Runs of letters and digits; an elided article or pronoun (<c>l'</c>, <c>qu'</c>) and the parts around a hyphen are words of their own.</summary>
    public static ImmutableArray<Word> Split(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is >= '\u0300' and <= '\u036F');
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(new Word(start, i - start, Folding.Fold(text[start..i])));
                start = -1;
            }
        }

        return words.ToImmutable();
    }
}
