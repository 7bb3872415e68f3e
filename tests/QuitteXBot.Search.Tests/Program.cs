using QuitteXBot.Search.Embedded;
using QuitteXBot.Search.Generations;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Tests;

/// <summary>Builds a generation in a process of its own, and stands still at one of its steps until it is killed.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        var stopAt = Enum.Parse<BuildStep>(arguments[1]);
        using var store = new GenerationStore(arguments[0], new EmbeddedSearchEngine(SearchSamples.Catalogue), TimeProvider.System)
        {
            StepReached = step =>
            {
                if (step != stopAt)
                    return;
                Console.WriteLine(step);
                Thread.Sleep(Timeout.Infinite);
            },
        };
        var input = new GenerationInput { Documents = SearchSamples.All.ToAsyncEnumerable(), Catalogue = SearchSamples.Catalogue };
        return (await store.BuildAsync(input, CancellationToken.None)).IsSuccess ? 0 : 1;
    }
}
