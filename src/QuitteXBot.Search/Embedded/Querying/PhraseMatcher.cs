using QuitteXBot.Search.Embedded.Building;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Finds the documents in which the words of a phrase stand as the phrase has them.</summary>
internal static class PhraseMatcher
{
    /// <summary>Rising by document.</summary>
    public static List<(int Document, float Score)> Find(IndexView view, PhraseWord[] phrase)
    {
        // The rarest word leads: the others are only looked at where it stands.
        var words = (PhraseWord[])phrase.Clone();
        var frequencies = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
            frequencies[i] = view.ListFrequencies[words[i].List];
        Array.Sort(frequencies, words);

        var found = new List<(int Document, float Score)>();
        var candidates = new Places();
        candidates.ReadAll(view, words[0]);
        for (var i = 1; i < words.Length && candidates.Count > 0; i++)
            candidates.KeepWhere(view, words[i], words[i].Offset - words[0].Offset);
        for (var i = 0; i < candidates.Count; i++)
            found.Add((candidates.Documents[i], candidates.Scores[i]));
        return found;
    }

    /// <summary>Documents with the places of the leading word that may still begin the phrase.</summary>
    private sealed class Places
    {
        private readonly int[] block = new int[PostingWriter.BlockLength];
        private readonly List<int> positions = [];
        private readonly List<int> starts = [];
        private readonly List<int> read = [];

        public int Count { get; private set; }

        public List<int> Documents { get; } = [];

        public List<float> Scores { get; } = [];

        public void ReadAll(IndexView view, PhraseWord word)
        {
            var blocks = new PostingBlocks(view, word.List, block);
            while (blocks.Next())
            {
                var places = new PlaceReader(blocks.Places);
                for (var i = 0; i < blocks.Count; i++)
                {
                    Documents.Add(blocks.Documents[i]);
                    Scores.Add(blocks.Impacts[i] * word.Weight);
                    starts.Add(positions.Count);
                    places.Read(positions);
                }
            }

            starts.Add(positions.Count);
            Count = Documents.Count;
        }

        public void KeepWhere(IndexView view, PhraseWord word, int distance)
        {
            var blocks = new PostingBlocks(view, word.List, block);
            var kept = 0;
            var keptPositions = 0;
            var at = 0;
            while (at < Count && blocks.MoveTo(Documents[at]))
            {
                var documents = blocks.Documents;
                var places = new PlaceReader(blocks.Places);
                var next = 0;
                for (; at < Count && Documents[at] <= blocks.Last; at++)
                {
                    var from = next;
                    while (documents[next] < Documents[at])
                        next++;
                    if (documents[next] != Documents[at])
                    {
                        places.Skip(next - from);
                        continue;
                    }

                    places.Skip(next - from);
                    read.Clear();
                    places.Read(read);
                    next++;
                    var start = keptPositions;
                    for (var i = starts[at]; i < starts[at + 1]; i++)
                    {
                        if (read.BinarySearch(positions[i] + distance) >= 0)
                            positions[keptPositions++] = positions[i];
                    }

                    if (keptPositions > start)
                    {
                        Documents[kept] = Documents[at];
                        Scores[kept] = Scores[at] + (blocks.Impacts[next - 1] * word.Weight);
                        starts[kept++] = start;
                    }

                    if (next == documents.Length)
                    {
                        at++;
                        break;
                    }
                }
            }

            starts[kept] = keptPositions;
            Count = kept;
        }
    }

    private ref struct PlaceReader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> bytes = bytes;

        public void Read(List<int> positions)
        {
            var position = -1;
            for (var count = Number(); count > 0; count--)
            {
                position += (int)Number();
                positions.Add(position);
            }
        }

        public void Skip(int documents)
        {
            for (; documents > 0; documents--)
            {
                for (var count = Number(); count > 0; count--)
                    Number();
            }
        }

        private uint Number()
        {
            uint number = 0;
            for (var shift = 0; ; shift += 7)
            {
                var value = bytes[0];
                bytes = bytes[1..];
                number |= (uint)(value & 0x7F) << shift;
                if (value < 0x80)
                    return number;
            }
        }
    }
}
