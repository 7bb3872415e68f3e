using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Lucene.Tests;

public sealed class LuceneEngineTests : SearchEngineContract
{
    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new LuceneSearchEngine(catalogue);
}

public sealed class LuceneEngineRobustnessTests : SearchRobustnessContract
{
    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new LuceneSearchEngine(catalogue);
}

public sealed class LuceneEngineFileTests : SearchFileContract
{
    protected override int Step => 7;

    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new LuceneSearchEngine(catalogue);
}
