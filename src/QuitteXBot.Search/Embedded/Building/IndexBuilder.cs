using System.Text;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Embedded.Building;

/// <summary>Takes documents one by one and keeps of each what <see cref="IndexBuilderOutput"/> writes: a few hundred bytes.</summary>
internal sealed class IndexBuilder(Vocabulary vocabulary)
{
    private readonly char[] buffer = new char[WordReader.MaximumWordLength];
    private int[] document = new int[256];

    public Vocabulary Vocabulary => vocabulary;

    public WordTable Words { get; } = new(vocabulary);

    public PostingArena Postings { get; } = new();

    public List<byte> Kinds { get; } = [];

    public List<byte> IdBytes { get; } = [];

    public List<int> IdOffsets { get; } = [0];

    public List<int> TextLengths { get; } = [];

    public void Add(IndexDocument added)
    {
        var number = Kinds.Count;
        Kinds.Add((byte)added.Kind);
        IdBytes.AddRange(Encoding.UTF8.GetBytes(added.Id));
        IdOffsets.Add(IdBytes.Count);
        foreach (var reason in added.Reasons)
        {
            AddKey(IndexKeys.Reason(reason), number);
            AddKey(IndexKeys.Concept(reason), number);
        }

        if (added.OrganisationId is not null)
            AddKey(IndexKeys.Organisation(added.OrganisationId), number);
        AddText(added.Title, number, Field.Title, Field.MaximumSlotWords);
        TextLengths.Add(AddText(added.Text, number, Field.Text, int.MaxValue));
        AddName(added.OrganisationName, number, Field.Organisation);
        AddName(added.Speaker, number, Field.Speaker);
        AddName(added.Outlet, number, Field.Outlet);
    }

    private void AddKey(string key, int number) => AddKey(key, number, position: 0);

    /// <returns>How many words the text has.</returns>
    private int AddText(string? text, int number, int start, int maximum)
    {
        var reader = new WordReader(text, buffer);
        var length = 0;
        var revealing = false;
        while (length < maximum && reader.Read())
        {
            var wordNumber = Words.Number(reader.Word);
            if (length == document.Length)
                Array.Resize(ref document, length * 2);
            document[length] = wordNumber;
            ref var word = ref Words[wordNumber];
            revealing |= word.RevealsConcept | word.BeginsPhrase;
            if (!word.IsFunction)
            {
                if (word.StemChain < 0)
                    word.StemChain = ChainOf(word.Stem);
                Postings.Add(word.StemChain, number, start + length);
            }

            length++;
        }

        if (revealing)
            AddConcepts(number, start, length);
        return length;
    }

    private void AddConcepts(int number, int start, int length)
    {
        for (var i = 0; i < length; i++)
        {
            ref var word = ref Words[document[i]];
            if (word.RevealsConcept)
            {
                foreach (var concept in Words.Concepts(document[i]))
                    AddKey(IndexKeys.Concept(concept), number, start + i);
            }

            if (!word.BeginsPhrase)
                continue;
            foreach (var phrase in Words.Phrases(document[i]))
            {
                if (IsAt(phrase, i, length))
                    AddKey(IndexKeys.Concept(phrase.Concept), number, start + i);
            }
        }
    }

    private bool IsAt(VocabularyEntry phrase, int at, int length)
    {
        if (at + phrase.Words.Length > length)
            return false;
        for (var i = 1; i < phrase.Words.Length; i++)
        {
            ref var word = ref Words[document[at + i]];
            if (!phrase.Words[i].Matches(Words.Text(document[at + i]), Words.Text(word.Stem)))
                return false;
        }

        return true;
    }

    private void AddKey(string key, int number, int position) => Postings.Add(ChainOf(Words.KeyNumber(key)), number, position);

    private int ChainOf(int wordNumber)
    {
        ref var word = ref Words[wordNumber];
        if (word.TextChain < 0)
            word.TextChain = Postings.Open();
        return word.TextChain;
    }

    private void AddName(string? name, int number, int start)
    {
        var reader = new WordReader(name, buffer);
        for (var i = 0; i < Field.MaximumSlotWords && reader.Read(); i++)
        {
            ref var word = ref Words[Words.Number(reader.Word)];
            if (word.IsFunction)
                continue;
            if (word.NameChain < 0)
                word.NameChain = Postings.Open();
            Postings.Add(word.NameChain, number, start + i);
        }
    }
}
