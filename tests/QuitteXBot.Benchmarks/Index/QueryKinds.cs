using QuitteXBot.Benchmarks.Generator;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Benchmarks.Index;

/// <summary>The kinds of searches that are timed, made from the statements themselves.</summary>
internal static class QueryKinds
{
    public const int QueriesPerKind = 1_000;

    private const int Sampled = 3_000;

    public static IEnumerable<(string Kind, IReadOnlyList<SearchQuery> Queries)> All(StatementGenerator generator)
    {
        var random = new Random(1);
        var texts = generator.Documents(Sampled).Where(document => document.Kind == DocumentKind.Statement).ToList();
        var words = generator.Words;
        yield return Kind("one rare word", () => words.Form(random.Next(FrenchWords.Lemmas / 4, FrenchWords.Lemmas), random));
        yield return Kind("one common word", () => words.Form(random.Next(100), random));
        yield return Kind("three words", () => Words(Text(), 3));
        yield return Kind("three common words", () => $"{words.Form(random.Next(60), random)} {words.Form(random.Next(60), random)} {words.Form(random.Next(60), random)}");
        yield return Kind("six words", () => Words(Text(), 6));
        yield return Kind("phrase", () => Phrase(Text()));
        yield return Kind("phrase of common words", () => $"\"{words.Form(random.Next(12), random)} {words.Form(random.Next(12), random)}\"");
        yield return Kind("typo", () => Mistyped(words.Form(random.Next(FrenchWords.Lemmas / 2), random)));
        yield return ("prefix", Make(() => words.Form(random.Next(2_000), random)[..3], text => new SearchQuery(text, DocumentKind.Statement, PrefixLast: true)));
        yield return Kind("name and word", () => $"{texts[random.Next(texts.Count)].OrganisationName} {words.Form(random.Next(100), random)}");
        yield return ("reason filter", Make(
            () => words.Form(random.Next(100), random), text => new SearchQuery(text, DocumentKind.Statement, Reason: "privacy")));

        (string, IReadOnlyList<SearchQuery>) Kind(string name, Func<string> text) => (name, Make(text, made => new SearchQuery(made, DocumentKind.Statement)));

        string[] Text() => texts[random.Next(texts.Count)].Text.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries);

        string Words(string[] text, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => text[random.Next(text.Length)]));

        string Phrase(string[] text)
        {
            var start = random.Next(text.Length - 3);
            return $"\"{string.Join(' ', text[start..(start + 3)])}\"";
        }

        string Mistyped(string word)
        {
            var at = random.Next(1, word.Length - 1);
            return word.Length < 6 ? word + word : string.Concat(word.AsSpan(0, at), word.AsSpan(at + 1, 1), word.AsSpan(at, 1), word.AsSpan(at + 2 <= word.Length ? at + 2 : at));
        }
    }

    private static List<SearchQuery> Make(Func<string> text, Func<string, SearchQuery> query) =>
        [.. Enumerable.Range(0, QueriesPerKind).Select(_ => query(text()))];
}
