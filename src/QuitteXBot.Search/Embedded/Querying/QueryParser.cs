using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Cuts the user's text into words and quoted phrases. There is nothing else to it: no operator, no wildcard, no field.</summary>
internal static class QueryParser
{
    /// <summary>Words behind these are not searched.</summary>
    public const int MaximumWords = 32;

    public static List<QueryWord> Parse(string text)
    {
        var rest = text.AsSpan(0, Math.Min(text.Length, SearchQuery.MaximumLength));
        var words = new List<QueryWord>();
        var position = 0;
        var phrases = 0;
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOfAny("\"«“„‹");
            var length = open < 0 ? -1 : rest[(open + 1)..].IndexOfAny(Closing(rest[open]));
            if (open >= 0 && length < 0)
            {
                // A quotation mark that is never closed is a separator like any other.
                Read(rest[..open], 0);
                rest = rest[(open + 1)..];
                continue;
            }

            Read(open < 0 ? rest : rest[..open], 0);
            if (open < 0)
                break;
            Read(rest.Slice(open + 1, length), ++phrases);
            rest = rest[(open + length + 2)..];
        }

        return words;

        void Read(ReadOnlySpan<char> part, int phrase)
        {
            Span<char> buffer = stackalloc char[WordReader.MaximumWordLength];
            var reader = new WordReader(part, buffer);
            while (words.Count < MaximumWords && reader.Read())
                words.Add(QueryWord.Of(part[reader.Start..reader.End], reader.Word, position++, phrase));
        }
    }

    private static string Closing(char open) => open switch
    {
        '«' => "»",
        '“' => "”",
        '„' => "“”",
        '‹' => "›",
        _ => "\"",
    };
}
