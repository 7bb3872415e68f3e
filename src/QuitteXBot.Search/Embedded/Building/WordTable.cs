using System.Numerics;
using System.Runtime.CompilerServices;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Embedded.Building;

/// <summary>
/// Every distinct folded word, its stem and what is known of it, worked out when the word is first met: afterwards a word costs one look-up. A hash table
/// of our own over one run of characters, because most of a build's time goes into this look-up.
/// </summary>
internal sealed class WordTable(Vocabulary vocabulary)
{
    private const int FirstSize = 1 << 14;

    // Not to be foreseen by whoever writes the words; the numbers of the words do not depend on it.
    private readonly uint seed = (uint)Random.Shared.Next();
    private readonly Dictionary<int, string[]> concepts = [];
    private readonly Dictionary<int, VocabularyEntry[]> phrases = [];
    private char[] letters = new char[FirstSize * 8];
    private int usedLetters;
    private BuiltWord[] words = new BuiltWord[FirstSize];

    /// <summary>Hash in the upper half, number + 1 in the lower; at most half of them used.</summary>
    private ulong[] slots = new ulong[FirstSize * 2];

    public int Count { get; private set; }

    public ref BuiltWord this[int number] => ref words[number];

    public ReadOnlySpan<char> Text(int number) => letters.AsSpan(words[number].Start, words[number].Length);

    /// <summary>The number of a word that stands in a document.</summary>
    public int Number(ReadOnlySpan<char> folded)
    {
        var number = KeyNumber(folded);
        if (!words[number].IsKnown)
            Learn(number);
        return number;
    }

    /// <summary>The number of a stem, or of a key that no document has as a word: a filter or a concept.</summary>
    public int KeyNumber(ReadOnlySpan<char> key)
    {
        var hash = Hash(key);
        var at = (int)hash & (slots.Length - 1);
        for (; slots[at] != 0; at = (at + 1) & (slots.Length - 1))
        {
            var number = (int)(uint)slots[at] - 1;
            if ((uint)(slots[at] >> 32) == hash && Text(number).SequenceEqual(key))
                return number;
        }

        slots[at] = ((ulong)hash << 32) | (uint)(Count + 1);
        return Add(key);
    }

    /// <summary>The concepts that the word alone reveals.</summary>
    public string[] Concepts(int number) => concepts[number];

    /// <summary>The phrases that begin with the word.</summary>
    public VocabularyEntry[] Phrases(int number) => phrases[number];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Hash(ReadOnlySpan<char> key)
    {
        var hash = seed;
        foreach (var letter in key)
            hash = BitOperations.RotateLeft((hash ^ letter) * 0x9E3779B1, 15);
        return hash ^ (hash >> 16);
    }

    private int Add(ReadOnlySpan<char> key)
    {
        if (Count == words.Length)
            Grow();
        if (usedLetters + key.Length > letters.Length)
            Array.Resize(ref letters, Math.Max(letters.Length * 2, usedLetters + key.Length));
        key.CopyTo(letters.AsSpan(usedLetters));
        words[Count] = new BuiltWord { Start = usedLetters, Length = key.Length, Stem = Count, StemChain = -1, TextChain = -1, NameChain = -1 };
        usedLetters += key.Length;
        return Count++;
    }

    private void Grow()
    {
        Array.Resize(ref words, Count * 2);
        var before = slots;
        slots = new ulong[before.Length * 2];
        foreach (var slot in before)
        {
            var at = (int)(slot >> 32) & (slots.Length - 1);
            while (slot != 0 && slots[at] != 0)
                at = (at + 1) & (slots.Length - 1);
            if (slot != 0)
                slots[at] = slot;
        }
    }

    private void Learn(int number)
    {
        Span<char> text = stackalloc char[WordReader.MaximumWordLength];
        Span<char> stem = stackalloc char[WordReader.MaximumWordLength];
        text = text[..words[number].Length];
        Text(number).CopyTo(text);
        text.CopyTo(stem);
        stem = stem[..LightStemmer.Stem(stem[..text.Length])];
        var stemNumber = KeyNumber(stem);
        ref var word = ref words[number];
        word.Stem = stemNumber;
        word.IsKnown = true;
        word.IsFunction = StopWords.Weigh(text) == WordWeight.Function;
        var alone = new List<string>();
        var first = new List<VocabularyEntry>();
        foreach (var entry in vocabulary.Entries)
        {
            if (entry.QueryOnly || !entry.Words[0].Matches(text, stem))
                continue;
            if (entry.Words.Length > 1)
                first.Add(entry);
            else if (!alone.Contains(entry.Concept))
                alone.Add(entry.Concept);
        }

        if (alone.Count > 0)
            concepts[number] = [.. alone];
        if (first.Count > 0)
            phrases[number] = [.. first];
        word.RevealsConcept = alone.Count > 0;
        word.BeginsPhrase = first.Count > 0;
    }
}
