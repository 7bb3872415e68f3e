using QuitteXBot.Benchmarks.Bot;
using QuitteXBot.Benchmarks.Cold;
using QuitteXBot.Benchmarks.Discord;
using QuitteXBot.Benchmarks.Extraction;
using QuitteXBot.Benchmarks.Index;
using QuitteXBot.Benchmarks.Matrix;

// One verb a benchmark; each prints its own table. Verbs that begin with a dash are the child processes in which they measure.
var verbs = new Dictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["index"] = IndexBenchmark.RunAsync,
    ["bot"] = BotBenchmark.RunAsync,
    ["reindex"] = ReindexBenchmark.RunAsync,
    ["extract"] = ExtractionBenchmark.RunAsync,
    ["cold"] = ColdBenchmark.RunAsync,
    [BotBuildRun.Verb] = BotBuildRun.RunAsync,
    [BotReindexRun.Verb] = BotReindexRun.RunAsync,
    [BotAskRun.Verb] = BotAskRun.RunAsync,
    ["discord"] = DiscordBenchmark.RunAsync,
    [ConstantBot.Verb] = ConstantBot.RunAsync,
    ["matrix"] = MatrixBenchmark.RunAsync,
    [BuildRun.Verb] = BuildRun.RunAsync,
    [SearchRun.Verb] = SearchRun.RunAsync,
    [OpenRun.Verb] = OpenRun.RunAsync,
    [AgreementRun.Verb] = AgreementRun.RunAsync,
};

if (args.Length > 0 && verbs.TryGetValue(args[0], out var run))
    return await run(args[1..]);

await Console.Error.WriteLineAsync(
    $"Usage: QuitteXBot.Benchmarks <{string.Join('|', verbs.Keys.Where(verb => verb[0] != '-'))}> [options]{Environment.NewLine}"
    + $"  index [statements]   build rate, memory and latencies of the index engines (100000 statements unless told);{Environment.NewLine}"
    + $"                       built with -p:LuceneNet=true, Lucene.Net's beside the others, and how far its results agree{Environment.NewLine}"
    + $"  bot [statements]     the whole bot: storing, indexing, resolving a name, /why, search{Environment.NewLine}"
    + $"  reindex [statements] the same asked fifty questions a second, without and with a reindex beside them{Environment.NewLine}"
    + $"  extract              quotes, speakers and departures of a thousand articles on one thread{Environment.NewLine}"
    + $"  cold                 a question from the shell beside a program that only says hello{Environment.NewLine}"
    + $"  discord [interactions] [at once] [gateway|http|both] [rounds]   answers per second and latencies on Discord, beside other bots (5000, 32, both, 3){Environment.NewLine}"
    + "  matrix [answers]     time to an answer at Synapse, beside a bot with a constant answer (300), and the memory of a large sync");
return 2;
