using System.Text;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Embedded.Building;

/// <summary>Takes documents one by one and keeps of each what <see cref="IndexBuilderOutput"/> writes: a few hundred bytes.</summary>
internal sealed class IndexBuilder : IWordSink
{
    private readonly DocumentReader reader;

    public IndexBuilder(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        Words = new WordTable(vocabulary);
        reader = new DocumentReader(Words);
    }

    public Vocabulary Vocabulary { get; }

    public WordTable Words { get; }

    public PostingArena Postings { get; } = new();

    public List<byte> Kinds { get; } = [];

    public List<byte> IdBytes { get; } = [];

    public List<int> IdOffsets { get; } = [0];

    public List<int> TextLengths { get; } = [];

    public void Add(IndexDocument added)
    {
        Kinds.Add((byte)added.Kind);
        IdBytes.AddRange(Encoding.UTF8.GetBytes(added.Id));
        IdOffsets.Add(IdBytes.Count);
        TextLengths.Add(reader.Read(added, this));
    }

    void IWordSink.AddText(int word, int position)
    {
        ref var built = ref Words[word];
        if (built.StemChain < 0)
            built.StemChain = ChainOf(built.Stem);
        Postings.Add(built.StemChain, Kinds.Count - 1, position);
    }

    void IWordSink.AddName(int word, int position)
    {
        ref var built = ref Words[word];
        if (built.NameChain < 0)
            built.NameChain = Postings.Open();
        Postings.Add(built.NameChain, Kinds.Count - 1, position);
    }

    void IWordSink.AddKey(string key, int position) => Postings.Add(ChainOf(Words.KeyNumber(key)), Kinds.Count - 1, position);

    private int ChainOf(int word)
    {
        ref var built = ref Words[word];
        if (built.TextChain < 0)
            built.TextChain = Postings.Open();
        return built.TextChain;
    }
}
