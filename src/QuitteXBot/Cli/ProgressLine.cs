using QuitteXBot.Indexing;

namespace QuitteXBot.Cli;

/// <summary>Progress on one line of a terminal, drawn over itself; on a pipe, one line a step.</summary>
internal sealed class ProgressLine : IProgress<ReindexProgress>, IDisposable
{
    private readonly TextWriter writer;
    private readonly bool terminal;
    private readonly Lock gate = new();
    private string shown = "";

    private ProgressLine(TextWriter writer, bool terminal) => (this.writer, this.terminal) = (writer, terminal);

    public static ProgressLine On(TextWriter error) => new(error, ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected);

    public void Report(ReindexProgress value)
    {
        var line = terminal && value.Part is { } part ? $"{value.Step} {Math.Floor(part * 100),3:0} %" : value.Step;
        lock (gate)
        {
            if (line == shown)
                return;
            shown = line;
            if (terminal)
                writer.Write($"\r\u001b[K{line}");
            else
                writer.WriteLine(line);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (terminal && shown.Length > 0)
                writer.Write("\r\u001b[K");
        }
    }
}
