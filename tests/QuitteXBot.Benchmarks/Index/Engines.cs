using QuitteXBot.Benchmarks.Index.Fts5;
using QuitteXBot.Composition;
using QuitteXBot.Core;
using QuitteXBot.Core.Reasons;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Benchmarks.Index;

/// <summary>The engines that are compared: those of this build (Lucene.Net with -p:LuceneNet=true), and FTS5.</summary>
internal static class Engines
{
    private static readonly Catalogue Catalogue = new(
        [
            new Reason("harassment", "harcèlement", "harassment", ["harcèlement", "cyberharcèlement", "harcel*"], ["harass*"]),
            new Reason("hate", "discours de haine", "hate speech", ["haine", "haineu*", "raciste*", "racisme", "sexis*"], ["hate", "racis*"]),
            new Reason("conspiracy", "complotisme", "conspiracy theories", ["complot*", "théories du complot"], ["conspirac*"]),
            new Reason("disinformation", "désinformation", "disinformation", ["désinformation*", "fausses nouvelles"], ["disinformation", "misinformation"]),
            new Reason("privacy", "confidentialité", "privacy", ["confidentialité", "vie privée", "données personnelles"], ["privacy", "personal data"]),
        ],
        []);

    public static IReadOnlyDictionary<string, Func<ISearchEngine>> All { get; } = new Dictionary<string, Func<ISearchEngine>>(
        SearchEngines.Names.Select(name => KeyValuePair.Create(name, () => SearchEngines.Create(name, () => Catalogue))))
    {
        ["FTS5"] = () => new Fts5SearchEngine(Catalogue),
    };
}
