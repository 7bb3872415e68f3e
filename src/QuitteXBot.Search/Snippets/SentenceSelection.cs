using System.Collections.Immutable;
using QuitteXBot.Core.Text;

namespace QuitteXBot.Search.Snippets;

/// <summary>Sentences chosen to be shown, as long as they fit together with the marks between them.</summary>
internal sealed class SentenceSelection(string text, ImmutableArray<TextSpan> sentences, int maximumLength)
{
    private readonly bool[] chosen = new bool[sentences.Length];
    private int chosenLength;

    /// <summary>Chooses the sentence too if it fits.</summary>
    public bool TryAdd(int sentence)
    {
        if (chosen[sentence])
            return true;
        if (chosenLength + sentences[sentence].Length > maximumLength)
            return false;
        chosen[sentence] = true;
        if (Length() > maximumLength)
        {
            chosen[sentence] = false;
            return false;
        }

        chosenLength += sentences[sentence].Length;
        return true;
    }

    /// <summary>Adds what follows the chosen sentences, then what stands before them, while it fits.</summary>
    public void AddNeighbours()
    {
        for (var i = 1; i < chosen.Length; i++)
        {
            if (chosen[i - 1] && !TryAdd(i))
                break;
        }

        for (var i = chosen.Length - 2; i >= 0; i--)
        {
            if (chosen[i + 1] && !TryAdd(i))
                break;
        }
    }

    public string Render() => QuoteShortener.Join(text, sentences, Parts());

    private int Length()
    {
        var parts = Parts();
        var markAndSpace = QuoteShortener.Mark.Length + 1;
        var length = parts.Sum(static part => part.Length) + ((parts.Count - 1) * (markAndSpace + 1));
        return length + (chosen[0] ? 0 : markAndSpace) + (chosen[^1] ? 0 : markAndSpace);
    }

    /// <summary>Runs of chosen sentences, each with the blanks inside it.</summary>
    private List<TextSpan> Parts()
    {
        var parts = new List<TextSpan>();
        for (var i = 0; i < chosen.Length; i++)
        {
            if (!chosen[i])
                continue;
            if (i > 0 && chosen[i - 1])
                parts[^1] = parts[^1] with { End = sentences[i].End };
            else
                parts.Add(sentences[i]);
        }

        return parts;
    }
}
