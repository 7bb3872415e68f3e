using System.Text;
using QuitteXBot.Core;

namespace QuitteXBot.Search.Analysis;

/// <summary>
/// The vocabulary of reasons, as searches use it: each reason is a concept, and every word or phrase that reveals it, in French or English,
/// stands for that concept in texts and in queries alike. So "harassment" finds « cyberharcèlement », and the other way round.
/// </summary>
internal sealed class Vocabulary
{
    private Vocabulary(IReadOnlyList<VocabularyEntry> entries) => Entries = entries;

    public static Vocabulary Empty { get; } = new([]);

    public IReadOnlyList<VocabularyEntry> Entries { get; }

    /// <summary>The keys and labels of the reasons stand for their concept in queries only: in a text they may mean anything ("autre raison").</summary>
    public static Vocabulary From(Catalogue catalogue)
    {
        var entries = new List<VocabularyEntry>();
        foreach (var reason in catalogue.Reasons)
        {
            if (reason.FrenchVocabulary.IsEmpty && reason.EnglishVocabulary.IsEmpty)
                continue;
            foreach (var phrase in reason.FrenchVocabulary.Concat(reason.EnglishVocabulary))
                Add(entries, reason.Key, phrase, queryOnly: false);
            Add(entries, reason.Key, reason.French, queryOnly: true);
            Add(entries, reason.Key, reason.English, queryOnly: true);
            Add(entries, reason.Key, reason.Key, queryOnly: true);
        }

        return new Vocabulary(entries);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Vocabulary Read(ReadOnlySpan<byte> utf8)
    {
        var entries = new List<VocabularyEntry>();
        foreach (var line in Encoding.UTF8.GetString(utf8).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t');
            if (parts.Length < 3)
                throw new InvalidDataException("The index's vocabulary is damaged.");
            var patterns = new WordPattern[parts.Length - 2];
            for (var i = 0; i < patterns.Length; i++)
            {
                var word = parts[i + 2];
                var isPrefix = word.EndsWith('*');
                patterns[i] = new WordPattern(isPrefix ? word[..^1] : word, isPrefix);
            }

            entries.Add(new VocabularyEntry(parts[0], parts[1] == "query", patterns));
        }

        return new Vocabulary(entries);
    }

    /// <summary>One line an entry: concept, where it holds, words; parted by tabs, which no folded word has.</summary>
    public byte[] Write()
    {
        var text = new StringBuilder();
        foreach (var entry in Entries)
        {
            text.Append(entry.Concept).Append('\t').Append(entry.QueryOnly ? "query" : "all");
            foreach (var pattern in entry.Words)
                text.Append('\t').Append(pattern.Text).Append(pattern.IsPrefix ? "*" : "");
            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Add(List<VocabularyEntry> entries, string concept, string phrase, bool queryOnly)
    {
        Span<char> buffer = stackalloc char[WordReader.MaximumWordLength];
        var reader = new WordReader(phrase, buffer);
        var words = new List<WordPattern>();
        while (reader.Read())
        {
            var isPrefix = reader.End < phrase.Length && phrase[reader.End] == '*';
            var length = reader.Word.Length;
            words.Add(new WordPattern(new string(isPrefix ? reader.Word : buffer[..LightStemmer.Stem(buffer[..length])]), isPrefix));
        }

        if (words.Count > 0)
            entries.Add(new VocabularyEntry(concept, queryOnly, [.. words]));
    }
}

/// <param name="Concept">The reason's key.</param>
/// <param name="QueryOnly">Whether it reveals the concept in a query only.</param>
/// <param name="Words">Consecutive words.</param>
internal sealed record VocabularyEntry(string Concept, bool QueryOnly, WordPattern[] Words);

/// <param name="Text">A stem, or the beginning of a folded word.</param>
internal readonly record struct WordPattern(string Text, bool IsPrefix)
{
    public bool Matches(ReadOnlySpan<char> word, ReadOnlySpan<char> stem) => IsPrefix ? word.StartsWith(Text) : stem.SequenceEqual(Text);
}
