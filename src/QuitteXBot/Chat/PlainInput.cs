namespace QuitteXBot.Chat;

/// <summary>Lines of a pipe or file. A longer line than any question is cut, never held whole.</summary>
internal sealed class PlainInput(TextReader reader) : IChatInput
{
    /// <summary>Enough for the assistant to see that a line is too long, and to say so.</summary>
    public const int MaximumLength = Commands.Requests.AskLimits.LongestText + 1;

    private readonly char[] buffer = new char[4_096];
    private int start;
    private int end;

    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new System.Text.StringBuilder();
        var any = false;
        while (start < end || await FillAsync(cancellationToken))
        {
            any = true;
            var stop = Array.IndexOf(buffer, '\n', start, end - start);
            var length = (stop < 0 ? end : stop) - start;
            line.Append(buffer, start, Math.Min(length, Math.Max(0, MaximumLength - line.Length)));
            start += length + (stop < 0 ? 0 : 1);
            if (stop >= 0)
                break;
        }

        return any ? line.ToString().TrimEnd('\r') : null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        start = 0;
        end = await reader.ReadAsync(buffer, cancellationToken);
        return end > 0;
    }
}
