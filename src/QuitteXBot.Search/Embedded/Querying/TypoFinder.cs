using System.Numerics;
using System.Text;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Finds the word of the index that a mistyped word stands for, as <see cref="TypingTolerance"/> has it.</summary>
internal static class TypoFinder
{
    /// <summary>The word's number, or -1.</summary>
    public static int Find(IndexView view, string folded)
    {
        var allowed = TypingTolerance.Of(folded);
        if (allowed == 0)
            return -1;
        Span<byte> bytes = stackalloc byte[WordReader.MaximumWordLength * 3];
        var typed = bytes[..Encoding.UTF8.GetBytes(folded, bytes)];
        if (typed.Length > TypingErrors.LongestWord)
            return -1;
        var errors = new TypingErrors(typed, stackalloc ulong[TypingErrors.Rows]);
        var signature = WordSignature.Of(folded);
        var best = -1;
        var bestCost = allowed + 1;
        var bestFrequency = 0;
        var signatures = view.WordSignatures;
        var offsets = view.WordOffsets;
        for (var i = 0; i < signatures.Length; i++)
        {
            // Nearly all words end here.
            if (BitOperations.PopCount(signatures[i] ^ signature) > allowed * 2)
                continue;
            if (Math.Abs(offsets[i + 1] - offsets[i] - typed.Length) > allowed || signatures[i] == 0)
                continue;
            var word = view.Word(i);
            var cost = TypingTolerance.Cost(errors, typed, word);
            if (cost > bestCost || cost > allowed)
                continue;
            var frequency = Frequency(view, i);
            if (cost == bestCost && frequency <= bestFrequency)
                continue;
            if (StopWords.Weigh(Encoding.UTF8.GetString(word)) is not WordWeight.Content)
                continue;
            (best, bestCost, bestFrequency) = (i, cost, frequency);
        }

        return best;
    }

    private static int Frequency(IndexView view, int word)
    {
        var text = view.WordTextLists[view.WordStems[word]];
        var name = view.WordNameLists[word];
        return (text < 0 ? 0 : view.ListFrequencies[text]) + (name < 0 ? 0 : view.ListFrequencies[name]);
    }
}
