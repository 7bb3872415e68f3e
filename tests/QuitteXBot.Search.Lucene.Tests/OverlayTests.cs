using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Lucene.Tests;

public sealed class OverlaidEngineTests : SearchEngineContract
{
    private readonly Dictionary<string, List<IndexDocument>> changed = [];

    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new OverlaidEngine(new LuceneSearchEngine(catalogue), changed);
}

public sealed class OverlaidEngineRobustnessTests : SearchRobustnessContract
{
    private readonly Dictionary<string, List<IndexDocument>> changed = [];

    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new OverlaidEngine(new LuceneSearchEngine(catalogue), changed);
}

public sealed class OverlayTests : SearchOverlayContract
{
    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new LuceneSearchEngine(catalogue);
}
