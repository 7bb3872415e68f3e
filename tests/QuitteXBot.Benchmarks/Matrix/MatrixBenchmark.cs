using System.Globalization;
using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.Benchmarks.Matrix;

/// <summary>The executable on Matrix: how soon it answers at a real Synapse, beside a bot that answers a constant text, and what a large sync costs.</summary>
internal static class MatrixBenchmark
{
    /// <summary><c>matrix [answers]</c>; needs <c>QUITTEXBOT_SYNAPSE</c> and python3-matrix-nio for the first part.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var answers = arguments.Length > 0 && int.TryParse(arguments[0], CultureInfo.InvariantCulture, out var number) ? number : 300;
        if (Synapse.Folder is null)
            Console.WriteLine("No time to an answer: QUITTEXBOT_SYNAPSE names no folder for Synapse.");
        else
            await AnswerTimes.MeasureAsync(answers);
        await LargeSync.MeasureAsync();
        return 0;
    }
}
