using QuitteXBot.Core.Dates;
using QuitteXBot.Ingestion.Dates;
using QuitteXBot.Ingestion.Platforms;
using QuitteXBot.Ingestion.Text;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>A sentence as a run of words, end excluded.</summary>
internal readonly record struct SentenceWords(int First, int End)
{
    public bool Holds(int word) => word >= First && word < End;
}

/// <summary>One document as the search for departures sees it: words, sentences, what stands in quotation marks, networks and dates.</summary>
internal sealed class DepartureReading
{
    private readonly int[] spanOfWord;
    private readonly int[] sentenceOfWord;

    public DepartureReading(Document document, WordList words, IReadOnlyList<FoundPlatform> platforms, PartialDate? published)
    {
        Document = document;
        Words = words;
        Platforms = platforms;
        Dates = DateFinder.Find(words, DateContext.Of(words, published));
        Published = published;
        sentenceOfWord = new int[words.Count];
        Array.Fill(sentenceOfWord, -1);
        Sentences = [.. document.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Select(ReadSentence)];
        spanOfWord = new int[words.Count];
        Array.Fill(spanOfWord, -1);
        for (var i = 0; i < document.Spans.Length; i++)
        {
            if (document.Spans[i].Depth > 0)
                continue;
            for (var word = words.IndexFrom(document.Spans[i].OuterStart); word < words.Count && words[word].Start < document.Spans[i].OuterEnd; word++)
                spanOfWord[word] = i;
        }
    }

    public Document Document { get; }

    public WordList Words { get; }

    public IReadOnlyList<FoundPlatform> Platforms { get; }

    public IReadOnlyList<FoundDate> Dates { get; }

    public PartialDate? Published { get; }

    public IReadOnlyList<SentenceWords> Sentences { get; }

    public bool IsQuoted(int word) => word >= 0 && word < spanOfWord.Length && spanOfWord[word] >= 0;

    /// <summary>The quotation marks that hold the word, as an index into the document's spans; -1 outside.</summary>
    public int SpanOf(int word) => spanOfWord[word];

    /// <summary>The sentence of the word, as an index into <see cref="Sentences"/>; -1 where it stands in none.</summary>
    public int SentenceOf(int word) => sentenceOfWord[word];

    public IEnumerable<FoundDate> DatesIn(SentenceWords sentence) => Within(Dates, date => date.Start, sentence);

    public IEnumerable<FoundPlatform> PlatformsIn(SentenceWords sentence) => Within(Platforms, platform => platform.Start, sentence);

    /// <summary>Whether the word belongs to the name of a network, X included.</summary>
    public bool IsPlatform(int word)
    {
        var start = Words[word].Start;
        var (low, high) = (0, Platforms.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Platforms[middle].End <= start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Platforms.Count && Platforms[low].Start <= start;
    }

    public bool EndsAsQuestion(SentenceWords sentence)
    {
        var end = Words[sentence.End - 1].End;
        var rest = Document.Text.AsSpan(end, Math.Min(4, Document.Text.Length - end));
        return rest.TrimStart(" \u00A0\u202F»”\"".AsSpan()) is ['?', ..];
    }

    private IEnumerable<T> Within<T>(IReadOnlyList<T> items, Func<T, int> start, SentenceWords sentence)
    {
        if (sentence.First >= sentence.End)
            yield break;
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(items[middle]) < Words[sentence.First].Start)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < items.Count && start(items[low]) < Words[sentence.End - 1].End; low++)
            yield return items[low];
    }

    private SentenceWords ReadSentence(Sentence sentence, int index)
    {
        var first = Words.IndexFrom(sentence.Start);
        var end = Words.IndexFrom(sentence.End);
        for (var word = first; word < end; word++)
            sentenceOfWord[word] = index;
        return new SentenceWords(first, end);
    }
}
