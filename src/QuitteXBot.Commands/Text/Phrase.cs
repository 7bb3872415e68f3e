using System.Collections.Immutable;

namespace QuitteXBot.Commands.Text;

/// <summary>One or more words to be found in a question; a word that ends in <c>*</c> stands for all that begin so.</summary>
internal sealed class Phrase
{
    private readonly ImmutableArray<Word> _words;
    private readonly ImmutableArray<bool> _open;

    private Phrase(ImmutableArray<Word> words, ImmutableArray<bool> open) => (_words, _open) = (words, open);

    public static Phrase Of(string text)
    {
        var words = Word.Split(text);
        var open = ImmutableArray.CreateBuilder<bool>(words.Length);
        foreach (var word in words)
            open.Add(word.End < text.Length && text[word.End] == '*');
        return new Phrase(words, open.MoveToImmutable());
    }

    /// <summary>How many words the phrase takes from that place on; 0 where it does not stand there.</summary>
    public int LengthAt(ImmutableArray<Word> words, int index)
    {
        if (index + _words.Length > words.Length)
            return 0;
        for (var i = 0; i < _words.Length; i++)
        {
            var (wanted, found) = (_words[i].Folded, words[index + i].Folded);
            if (_open[i] ? !found.StartsWith(wanted, StringComparison.Ordinal) : found != wanted)
                return 0;
        }

        return _words.Length;
    }
}
