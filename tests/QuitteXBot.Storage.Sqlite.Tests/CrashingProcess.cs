using QuitteXBot.Core.Storage;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Storage.Sqlite.Tests;

/// <summary>The other process of <see cref="CrashTests"/>: this assembly, run as a program. It says when it is ready to be killed, and waits.</summary>
internal static class CrashingProcess
{
    public const string Verb = "apply";
    public const string Ready = "ready";
    public const string First = "première version";
    public const string Second = "seconde version";
    public const string BeforeCommit = "before-commit";
    public const string AfterApply = "after-apply";

    private const int Sources = 60;

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [Verb, var path, var moment, var version])
            return 2;
        var store = (await SqliteStore.OpenAsync(path, TimeProvider.System, default)).Required();
        if (moment == BeforeCommit)
            store.BeforeCommit = WaitForTheEnd;
        await store.ApplyAsync(Batch(version), "seeds", default);
        WaitForTheEnd();
        return 1;
    }

    /// <summary>Large enough for a part of it to reach the file before the commit.</summary>
    public static IngestBatch Batch(string version) => Testing.Storage.Builders.Batch(
    [
        .. Enumerable.Range(0, Sources).Select(index =>
        {
            var source = Source($"s{index}", string.Concat(Enumerable.Repeat($"« Nous partons, {version} » ", 1000)));
            return (source, Enumerable.Range(0, 20).Select(occurrence => Statement(source, $"Nous partons, {version}", "o", occurrence)).ToArray());
        }),
    ]);

    private static void WaitForTheEnd()
    {
        Console.WriteLine(Ready);
        Console.In.ReadLine();
    }
}
