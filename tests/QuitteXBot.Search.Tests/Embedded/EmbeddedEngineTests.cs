using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Embedded;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Tests.Embedded;

public sealed class EmbeddedEngineTests : SearchEngineContract
{
    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new EmbeddedSearchEngine(catalogue);
}

public sealed class EmbeddedEngineRobustnessTests : SearchRobustnessContract
{
    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new EmbeddedSearchEngine(catalogue);
}

public sealed class EmbeddedEngineFileTests : SearchFileContract
{
    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new EmbeddedSearchEngine(catalogue);
}
