using System.Diagnostics;
using QuitteXBot.Benchmarks.Measuring;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Benchmarks.Index;

/// <summary>Opens an index and searches it once, in a process that has done nothing before.</summary>
internal static class OpenRun
{
    public const string Verb = "-open";

    public static Task<int> RunAsync(string[] arguments)
    {
        var engine = Engines.All[arguments[0]]();
        var start = Stopwatch.GetTimestamp();
        using var index = engine.Open(arguments[1]);
        var opened = Stopwatch.GetElapsedTime(start);
        index.Search(new SearchQuery("liberté d’expression", DocumentKind.Statement));
        Child.Report("open", opened.TotalMilliseconds);
        Child.Report("firstSearch", (Stopwatch.GetElapsedTime(start) - opened).TotalMilliseconds);
        return Task.FromResult(0);
    }
}
