namespace QuitteXBot.Indexing;

/// <summary>Tells of a part's progress under its step's name, on the thread that reports it.</summary>
internal sealed class StepProgress(IProgress<ReindexProgress> progress, string step) : IProgress<double>
{
    public void Report(double value) => progress.Report(new ReindexProgress(step, value));
}
