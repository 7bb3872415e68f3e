using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Embedded;
#if LUCENENET
using QuitteXBot.Search.Lucene;
#endif

namespace QuitteXBot.Composition;

/// <summary>The search engines that this build has. Lucene.Net is a build option, because its packages are not served everywhere.</summary>
internal static class SearchEngines
{
    private const string Embedded = "Embedded";
    private const string Lucene = "Lucene";

#if LUCENENET
    public const string Default = Lucene;

    public static string[] Names => [Embedded, Lucene];
#else
    public const string Default = Embedded;

    public static string[] Names => [Embedded];
#endif

    /// <summary>What a build must be told so that it has an engine.</summary>
    public static (string Name, string Option)[] BuildOptions => [(Lucene, "-p:LuceneNet=true")];

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static ISearchEngine Create(string name, Func<Catalogue> catalogue) => name switch
    {
#if LUCENENET
        Lucene => new LuceneSearchEngine(catalogue),
#endif
        _ => new EmbeddedSearchEngine(catalogue),
    };
}
