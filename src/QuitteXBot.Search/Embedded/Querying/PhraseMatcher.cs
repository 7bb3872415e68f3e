using QuitteXBot.Search.Embedded.Building;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>
/// Finds the documents in which the words of a phrase stand as the phrase has them. Each place of a word becomes a key: the document, and where the phrase
/// would begin if the word stood there as part of it. The phrase stands where all its words have the same key.
/// </summary>
internal sealed class PhraseMatcher
{
    // A word of the phrase stands so far behind its beginning at most: keys stay above 0.
    private const int LongestPhrase = QueryParser.MaximumWords;

    private readonly int[] block = new int[PostingWriter.BlockLength];
    private long[] keys = new long[1024];
    private long[] others = new long[1024];
    private int keyCount;

    /// <summary>How many documents were found.</summary>
    public int Count { get; private set; }

    /// <summary>Rising.</summary>
    public int[] Documents { get; private set; } = [];

    public float[] Scores { get; private set; } = [];

    /// <summary>What was found before is forgotten.</summary>
    public void Find(IndexView view, PhraseWord[] phrase)
    {
        // The rarest word leads: of the others only those blocks are read in which it stands.
        var words = (PhraseWord[])phrase.Clone();
        Array.Sort(words, Comparer<PhraseWord>.Create((left, right) => left.Frequency.CompareTo(right.Frequency)));
        ReadKeys(view, words[0], phrase[0].Offset);
        for (var i = 1; i < words.Length; i++)
            KeepKeys(view, words[i], phrase[0].Offset);
        CollectDocuments();
        foreach (var word in words)
            Score(view, word);
    }

    private void ReadKeys(IndexView view, PhraseWord word, int first)
    {
        keyCount = 0;
        var blocks = new PostingBlocks(view, word.List, block);
        while (blocks.Next())
            keyCount = blocks.Places.Read(blocks.Documents, LongestPhrase - (word.Offset - first), ref keys, keyCount);
    }

    private void KeepKeys(IndexView view, PhraseWord word, int first)
    {
        var blocks = new PostingBlocks(view, word.List, block);
        var kept = 0;
        for (var at = 0; at < keyCount && blocks.MoveTo(PlaceReader.Document(keys[at]));)
        {
            var count = blocks.Places.Read(blocks.Documents, LongestPhrase - (word.Offset - first), ref others, 0);

            // Both rise. Which of two keys is lower is anybody's guess, so nothing here branches on it.
            for (var i = 0; i < count && at < keyCount;)
            {
                var key = keys[at];
                var other = others[i];
                keys[kept] = key;
                kept += key == other ? 1 : 0;
                at += key <= other ? 1 : 0;
                i += key >= other ? 1 : 0;
            }

            while (at < keyCount && PlaceReader.Document(keys[at]) <= blocks.Last)
                at++;
        }

        keyCount = kept;
    }

    private void CollectDocuments()
    {
        if (Documents.Length < keyCount)
        {
            Documents = new int[keyCount];
            Scores = new float[keyCount];
        }

        Count = 0;
        for (var i = 0; i < keyCount; i++)
        {
            var document = PlaceReader.Document(keys[i]);
            if (Count > 0 && Documents[Count - 1] == document)
                continue;
            Scores[Count] = 0;
            Documents[Count++] = document;
        }
    }

    private void Score(IndexView view, PhraseWord word)
    {
        var blocks = new PostingBlocks(view, word.List, block);
        for (var at = 0; at < Count && blocks.MoveTo(Documents[at]);)
        {
            var documents = blocks.Documents;
            var last = blocks.Last;
            for (var i = 0; at < Count && Documents[at] <= last; at++)
            {
                while (documents[i] < Documents[at])
                    i++;
                Scores[at] += blocks.Impacts[i] * word.Weight;
            }
        }
    }
}
