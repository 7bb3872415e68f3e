using System.Globalization;
using QuitteXBot.Benchmarks.Measuring;
using QuitteXBot.Composition;

namespace QuitteXBot.Benchmarks.Index;

/// <summary>
/// Puts the engines side by side: building, opening, searching, and how far those of this build agree. Ratios are to the first engine: above 1, the other takes that many times as long or
/// as much. FTS5 finds fewer phrases because it keeps articles and prepositions, of which the embedded engine keeps the places only.
/// </summary>
internal static class IndexBenchmark
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var statements = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        var folder = Directory.CreateTempSubdirectory("quittexbot-benchmark-").FullName;
        try
        {
            var columns = new List<Dictionary<string, double>>();
            foreach (var engine in Engines.All.Keys)
            {
                await Console.Error.WriteLineAsync($"{engine}…");
                columns.Add(await MeasureAsync(engine, Path.Combine(folder, engine), statements));
            }

            Print(statements, columns);
            foreach (var other in SearchEngines.Names.Skip(1))
                await PrintAgreementAsync(SearchEngines.Names[0], other, folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(string engine, string folder, int statements)
    {
        Directory.CreateDirectory(folder);
        var count = statements.ToString(CultureInfo.InvariantCulture);
        var build = await Child.MeasureAsync(BuildRun.Verb, engine, folder, count);
        var figures = new Dictionary<string, double>
        {
            ["build: statements/s"] = build["perSecond"],
            ["build: statements/s without making them"] = build["perSecondWithoutMaking"],
            ["build: peak memory, MB"] = build["peak"],
            ["index, MB"] = build["megabytes"],
        };
        var open = await Child.MeasureAsync(OpenRun.Verb, engine, folder);
        figures["open in a new process, ms"] = open["open"];
        figures["first search in a new process, ms"] = open["firstSearch"];
        figures["methods compiled until then"] = open["methods"];
        foreach (var (name, value) in await Child.MeasureAsync(SearchRun.Verb, engine, folder))
        {
            if (name is "resident")
                figures["searching: resident memory, MB"] = value;
            else if (name.Contains('/', StringComparison.Ordinal))
                figures[name.Replace("/", ": ", StringComparison.Ordinal) + (name.EndsWith("found", StringComparison.Ordinal) ? "" : ", ms")] = value;
        }

        return figures;
    }

    private static async Task PrintAgreementAsync(string engine, string other, string folder)
    {
        var figures = await Child.MeasureAsync(AgreementRun.Verb, engine, other, folder);
        var measures = figures.Keys.Select(name => name.Split('/')[1]).Distinct().ToList();
        Console.WriteLine($"{Environment.NewLine}{engine + " and " + other + ", of 100 searches",-42}{string.Concat(measures.Select(measure => $"{measure,18}"))}");
        foreach (var kind in figures.Keys.Select(name => name.Split('/')[0]).Distinct())
            Console.WriteLine($"{kind,-42}{string.Concat(measures.Select(measure => string.Create(CultureInfo.InvariantCulture, $"{figures[$"{kind}/{measure}"],18:N1}")))}");
    }

    private static void Print(int statements, List<Dictionary<string, double>> columns)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{statements} statements, {Environment.ProcessorCount} processors, .NET {Environment.Version}{(Clock.IsProcessorTime ? ", processor time" : "")}"));
        Console.WriteLine($"{"",-42}{string.Concat(Engines.All.Keys.Select((engine, i) => $"{engine,14}{(i > 0 ? "   ratio" : "")}"))}");
        foreach (var name in columns[0].Keys)
        {
            var line = $"{name,-42}";
            for (var i = 0; i < columns.Count; i++)
            {
                line += string.Create(CultureInfo.InvariantCulture, $"{columns[i][name],14:N3}");
                if (i > 0)
                {
                    var ratio = columns[i][name] / columns[0][name];
                    line += string.Create(CultureInfo.InvariantCulture, $"{(name.Contains("/s", StringComparison.Ordinal) ? 1 / ratio : ratio),8:N2}");
                }
            }

            Console.WriteLine(line);
        }
    }
}
