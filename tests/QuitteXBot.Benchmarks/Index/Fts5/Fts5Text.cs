using System.Text;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Benchmarks.Index.Fts5;

/// <summary>Our analysis, written out as words with blanks between them.</summary>
internal static class Fts5Text
{
    public static string Concept(string key) => "qx" + key.Replace("-", "", StringComparison.Ordinal);

    public static string Stems(string? text, HashSet<string> words, Vocabulary vocabulary, StringBuilder concepts)
    {
        Span<char> buffer = stackalloc char[WordReader.MaximumWordLength];
        Span<char> stem = stackalloc char[WordReader.MaximumWordLength];
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(text, buffer);
        var stems = new StringBuilder();
        while (reader.Read())
        {
            known.Add(reader.Word);
            reader.Word.CopyTo(stem);
            var ofWord = stem[..LightStemmer.Stem(stem[..reader.Word.Length])];
            stems.Append(ofWord).Append(' ');
            foreach (var entry in vocabulary.Entries)
            {
                if (!entry.QueryOnly && entry.Words.Length == 1 && entry.Words[0].Matches(reader.Word, ofWord))
                    concepts.Append(Concept(entry.Concept)).Append(' ');
            }
        }

        return stems.ToString();
    }

    public static string Names(string? name, HashSet<string> words)
    {
        Span<char> buffer = stackalloc char[WordReader.MaximumWordLength];
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(name, buffer);
        var folded = new StringBuilder();
        while (reader.Read())
        {
            known.Add(reader.Word);
            folded.Append(reader.Word).Append(' ');
        }

        return folded.ToString();
    }
}
