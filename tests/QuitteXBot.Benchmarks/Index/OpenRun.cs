using System.Runtime;
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
        var start = Clock.Now();
        using var index = engine.Open(arguments[1]);
        var opened = Clock.MillisecondsSince(start);
        index.Search(new SearchQuery("liberté d’expression", DocumentKind.Statement));
        Child.Report("open", opened);
        Child.Report("firstSearch", Clock.MillisecondsSince(start) - opened);
        Child.Report("methods", JitInfo.GetCompiledMethodCount());
        return Task.FromResult(0);
    }
}
