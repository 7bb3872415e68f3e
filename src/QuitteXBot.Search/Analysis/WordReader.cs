namespace QuitteXBot.Search.Analysis;

/// <summary>
/// Reads the words of a text one by one, folded: lower case, without accents or ligatures. Allocates nothing.
/// <list type="bullet">
/// <item>Letters and digits make words; hyphens, <c>#</c>, <c>@</c>, <c>_</c> and all else part them.</item>
/// <item>French elisions fall away with their apostrophe, of whatever shape (l’information → information); so do the English 's, 't, 're, 've, 'll, 'd, 'm.</item>
/// <item>Any other apostrophe joins (aujourd’hui → aujourdhui).</item>
/// <item>A word longer than <see cref="MaximumWordLength"/> counts by its beginning.</item>
/// </list>
/// </summary>
/// <param name="text">The text to read.</param>
/// <param name="buffer">Room for one folded word: <see cref="MaximumWordLength"/> characters.</param>
public ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>In folded UTF-16 units.</summary>
    public const int MaximumWordLength = 64;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer[..MaximumWordLength];
    private int next;
    private int length;

    /// <summary>The word that was read last, folded; valid until the next <see cref="Read"/>.</summary>
    public readonly ReadOnlySpan<char> Word => buffer[..length];

    /// <summary>UTF-16 index in the text of the word's first letter (behind an elision).</summary>
    public int Start { get; private set; }

    /// <summary>UTF-16 index in the text behind the word's last letter.</summary>
    public int End { get; private set; }

    /// <summary>Moves to the next word; false at the end of the text.</summary>
    public bool Read()
    {
        length = 0;
        while (next < text.Length)
        {
            var unit = text[next];
            var folded = LetterFolding.Fold(unit);
            if (folded > LetterFolding.Ignored)
            {
                if (length == 0)
                    Start = next;
                if (length < MaximumWordLength)
                    buffer[length++] = folded;
                End = ++next;
            }
            else if (folded == LetterFolding.Expands)
            {
                var written = LetterFolding.Expand(text, next, buffer[length..], out var consumed);
                if (written == 0 && length < MaximumWordLength)
                {
                    next += consumed;
                    if (length > 0)
                        return true;
                    continue;
                }

                if (length == 0)
                    Start = next;
                length += written;
                next += consumed;
                End = next;
            }
            else if (folded == LetterFolding.Apostrophe && length > 0 && LetterFollows(next + 1))
            {
                if (IsElided(Word))
                {
                    length = 0;
                    next++;
                }
                else if (EnglishEnding(next + 1) is var ending and > 0)
                {
                    // don't → do: the n belongs to the negation, which carries no sense of its own here.
                    if (ending == 1 && length > 2 && buffer[length - 1] == 'n' && text[next + 1] is 't' or 'T')
                        length--;
                    next += 1 + ending;
                    return true;
                }
                else
                {
                    next++;
                }
            }
            else
            {
                next++;
                if (length > 0 && folded != LetterFolding.Ignored)
                    return true;
            }
        }

        return length > 0;
    }

    private static bool IsElided(ReadOnlySpan<char> word) => word.Length switch
    {
        1 => word[0] is 'l' or 'd' or 'j' or 'm' or 't' or 's' or 'n' or 'c',
        2 => word is "qu",
        5 => word is "jusqu",
        6 => word is "lorsqu" or "puisqu" or "quoiqu",
        _ => false,
    };

    private readonly bool LetterFollows(int index) =>
        index < text.Length && LetterFolding.Fold(text[index]) is > LetterFolding.Ignored or LetterFolding.Expands;

    private readonly int EnglishEnding(int index)
    {
        var end = index;
        while (end < text.Length && end < index + 3 && char.IsAsciiLetter(text[end]))
            end++;
        if (LetterFollows(end))
            return 0;
        var ending = text[index..end];
        var matches = ending.Length switch
        {
            1 => (ending[0] | 0x20) is 's' or 't' or 'd' or 'm',
            2 => ending.Equals("ll", StringComparison.OrdinalIgnoreCase) || ending.Equals("re", StringComparison.OrdinalIgnoreCase)
                || ending.Equals("ve", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        return matches ? ending.Length : 0;
    }
}
