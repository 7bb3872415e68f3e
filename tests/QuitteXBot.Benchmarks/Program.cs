using QuitteXBot.Benchmarks.Discord;
using QuitteXBot.Benchmarks.Index;

// One verb a benchmark; each prints its own table. Verbs that begin with a dash are the child processes in which they measure.
var verbs = new Dictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["index"] = IndexBenchmark.RunAsync,
    ["discord"] = DiscordBenchmark.RunAsync,
    [BuildRun.Verb] = BuildRun.RunAsync,
    [SearchRun.Verb] = SearchRun.RunAsync,
    [OpenRun.Verb] = OpenRun.RunAsync,
};

if (args.Length > 0 && verbs.TryGetValue(args[0], out var run))
    return await run(args[1..]);

await Console.Error.WriteLineAsync(
    $"Usage: QuitteXBot.Benchmarks <{string.Join('|', verbs.Keys.Where(verb => verb[0] != '-'))}> [options]{Environment.NewLine}"
    + $"  index [statements]   build rate, memory and latencies of the index engines (100000 statements unless told){Environment.NewLine}"
    + "  discord [interactions] [at once]   answers per second and latencies on Discord, beside other bots (5000, 32)");
return 2;
