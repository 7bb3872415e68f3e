namespace QuitteXBot.Chat;

/// <summary>The lines typed in this session, for the arrow keys. Kept in memory only: nothing that a user asks is stored.</summary>
internal sealed class LineHistory
{
    private const int Capacity = 200;

    private readonly List<string> lines = [];
    private int position;

    public void Add(string line)
    {
        if (line.Length > 0 && (lines.Count == 0 || lines[^1] != line))
            lines.Add(line);
        if (lines.Count > Capacity)
            lines.RemoveAt(0);
        position = lines.Count;
    }

    /// <summary>The line before, or null at the oldest.</summary>
    public string? Older() => position > 0 ? lines[--position] : null;

    /// <summary>The line after; empty behind the newest.</summary>
    public string Newer()
    {
        position = Math.Min(position + 1, lines.Count);
        return position < lines.Count ? lines[position] : "";
    }
}
