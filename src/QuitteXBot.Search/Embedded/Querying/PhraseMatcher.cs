using QuitteXBot.Search.Embedded.Building;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>
/// Finds the documents in which the words of a phrase stand as the phrase has them: first those that have all the words, then of these, word by word,
/// those in which a place of the first word is still followed by the next at its distance.
/// </summary>
internal sealed class PhraseMatcher
{
    private readonly int[] block = new int[PostingWriter.BlockLength];
    private int[] places = new int[256];

    /// <summary>Where the places of each document begin, and where those of the last one end.</summary>
    private int[] starts = [];

    /// <summary>How many documents were found.</summary>
    public int Count { get; private set; }

    /// <summary>Rising.</summary>
    public int[] Documents { get; private set; } = [];

    public float[] Scores { get; private set; } = [];

    /// <summary>What was found before is forgotten.</summary>
    public void Find(IndexView view, PhraseWord[] phrase)
    {
        // The rarest word leads: the others are only looked at where it stands.
        var words = (PhraseWord[])phrase.Clone();
        Array.Sort(words, Comparer<PhraseWord>.Create((left, right) => left.Frequency.CompareTo(right.Frequency)));
        ReadDocuments(view, words[0]);
        for (var i = 1; i < words.Length; i++)
            KeepDocuments(view, words[i]);
        ReadPlaces(view, words[0]);
        for (var i = 1; i < words.Length; i++)
            KeepPlaces(view, words[i], words[i].Offset - words[0].Offset);
    }

    private void ReadDocuments(IndexView view, PhraseWord word)
    {
        Count = 0;
        if (Documents.Length < word.Frequency)
        {
            Documents = new int[word.Frequency];
            Scores = new float[word.Frequency];
            starts = new int[word.Frequency + 1];
        }

        var blocks = new PostingBlocks(view, word.List, block);
        while (blocks.Next())
        {
            blocks.Documents.CopyTo(Documents.AsSpan(Count));
            foreach (var impact in blocks.Impacts[..blocks.Count])
                Scores[Count++] = impact * word.Weight;
        }
    }

    private void KeepDocuments(IndexView view, PhraseWord word)
    {
        var blocks = new PostingBlocks(view, word.List, block);
        var kept = 0;
        for (var at = 0; at < Count && blocks.MoveTo(Documents[at]);)
        {
            var documents = blocks.Documents;
            var last = blocks.Last;
            for (var i = 0; at < Count && Documents[at] <= last; at++)
            {
                while (documents[i] < Documents[at])
                    i++;
                if (documents[i] != Documents[at])
                    continue;
                Documents[kept] = Documents[at];
                Scores[kept++] = Scores[at] + (blocks.Impacts[i] * word.Weight);
            }
        }

        Count = kept;
    }

    private void ReadPlaces(IndexView view, PhraseWord word)
    {
        var blocks = new PostingBlocks(view, word.List, block);
        var used = 0;
        for (var at = 0; at < Count && blocks.MoveTo(Documents[at]);)
        {
            var documents = blocks.Documents;
            var last = blocks.Last;
            var reader = blocks.Places;
            for (var i = 0; at < Count && Documents[at] <= last; at++)
            {
                while (documents[i] < Documents[at])
                    i++;
                reader.SkipTo(i++);
                reader.Begin();
                starts[at] = used;
                while (reader.Next(out var place))
                {
                    if (used == places.Length)
                        Array.Resize(ref places, used * 2);
                    places[used++] = place;
                }
            }
        }

        starts[Count] = used;
    }

    private void KeepPlaces(IndexView view, PhraseWord word, int distance)
    {
        var blocks = new PostingBlocks(view, word.List, block);
        var kept = 0;
        var used = 0;
        for (var at = 0; at < Count && blocks.MoveTo(Documents[at]);)
        {
            var documents = blocks.Documents;
            var last = blocks.Last;
            var reader = blocks.Places;
            for (var i = 0; at < Count && Documents[at] <= last; at++)
            {
                while (documents[i] < Documents[at])
                    i++;
                reader.SkipTo(i++);
                reader.Begin();
                var from = used;
                var candidate = starts[at];
                var end = starts[at + 1];
                while (reader.Next(out var place))
                {
                    while (candidate < end && places[candidate] < place - distance)
                        candidate++;
                    if (candidate < end && places[candidate] == place - distance)
                        places[used++] = places[candidate++];
                }

                if (used == from)
                    continue;
                Documents[kept] = Documents[at];
                Scores[kept] = Scores[at];
                starts[kept++] = from;
            }
        }

        starts[kept] = used;
        Count = kept;
    }
}
