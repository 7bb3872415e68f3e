using System.Globalization;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Storage;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Storage.Sqlite.Tests;

/// <summary>
/// The other process of <see cref="CrashTests"/>: this assembly, run as a program. It says when it is ready to be killed, and waits; or it makes change
/// after change and says of each that it was acknowledged, until it is killed.
/// </summary>
internal static class CrashingProcess
{
    public const string Verb = "apply";
    public const string Ready = "ready";
    public const string First = "première version";
    public const string Second = "seconde version";
    public const string BeforeCommit = "before-commit";
    public const string AfterApply = "after-apply";

    public const string ChangeVerb = "change";
    public const string Moderator = "discord:1";

    private const int Sources = 60;

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is [ChangeVerb, var file, var first])
            return await ChangeAsync(file, int.Parse(first, CultureInfo.InvariantCulture));
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

    /// <summary>A change that touches every kind of row: all of them bear its number.</summary>
    public static Change NewChange(int number)
    {
        var source = Source($"m-{number}", $"« Nous partons, dit la voix {number} »");
        return new Change
        {
            Command = "statement add",
            Note = $"{number}",
            Organisations = [Organisation($"o{number}")],
            Sources = [source],
            Statements = [new StatementChange(null, Statement(source, $"Nous partons, dit la voix {number}", $"o{number}"))],
            Reports = [new ReportChange(Report($"d{number}", $"o{number}", announced: "2025-01-20"))],
            Review = new NewReview(ReviewKind.Suggestion, $"{number}"),
        };
    }

    private static async Task<int> ChangeAsync(string path, int first)
    {
        var store = (await SqliteStore.OpenAsync(path, TimeProvider.System, default)).Required();
        for (var number = first; ; number++)
        {
            var receipt = await store.ChangeAsync(NewChange(number), Moderator, default);
            if (!receipt.IsSuccess)
                return 1;
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WaitForTheEnd()
    {
        Console.WriteLine(Ready);
        Console.In.ReadLine();
    }
}
