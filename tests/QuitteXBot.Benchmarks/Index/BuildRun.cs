using System.Globalization;
using QuitteXBot.Benchmarks.Generator;
using QuitteXBot.Benchmarks.Measuring;

namespace QuitteXBot.Benchmarks.Index;

/// <summary>Builds one index, and tells how long that took and how much memory. The making of the statements is timed apart.</summary>
internal static class BuildRun
{
    public const string Verb = "-build";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var engine = Engines.All[arguments[0]]();
        var folder = arguments[1];
        var statements = int.Parse(arguments[2], CultureInfo.InvariantCulture);
        var generator = new StatementGenerator();
        await engine.BuildAsync(Directory.CreateTempSubdirectory("quittexbot-").FullName, generator.Stream(Math.Min(statements, 2_000)), CancellationToken.None);

        var start = Clock.Now();
        var words = 0L;
        foreach (var document in generator.Documents(statements))
            words += document.Text.AsSpan().Count(' ') + 1;
        var making = Clock.MillisecondsSince(start) / 1000;
        GC.Collect();
        start = Clock.Now();
        await engine.BuildAsync(folder, generator.Stream(statements), CancellationToken.None);
        var building = Clock.MillisecondsSince(start) / 1000;
        Child.Report("seconds", building);
        Child.Report("perSecond", statements / building);
        Child.Report("perSecondWithoutMaking", statements / Math.Max(0.001, building - making));
        Child.Report("wordsPerStatement", (double)words / statements);
        Child.Report("megabytes", Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length) / 1048576.0);
        Child.ReportMemory();
        return 0;
    }
}
