using System.Text;

namespace QuitteXBot.Chat;

/// <summary>The line being typed: its characters and the place of the cursor. Moves and deletes whole grapheme clusters.</summary>
internal sealed class LineBuffer
{
    /// <summary>More is not taken: a question has no use for it.</summary>
    public const int MaximumLength = 2_000;

    private readonly StringBuilder text = new();

    public int Cursor { get; private set; }

    public string Text => text.ToString();

    public void Insert(char unit)
    {
        if (char.IsControl(unit) || text.Length >= MaximumLength)
            return;
        text.Insert(Cursor++, unit);
    }

    public void Replace(string line)
    {
        text.Clear().Append(line.Length > MaximumLength ? line[..MaximumLength] : line);
        Cursor = text.Length;
    }

    public void Backspace()
    {
        var end = Cursor;
        Left();
        text.Remove(Cursor, end - Cursor);
    }

    public void Delete()
    {
        var start = Cursor;
        Right();
        text.Remove(start, Cursor - start);
        Cursor = start;
    }

    public void Left() => Cursor = Boundaries().LastOrDefault(boundary => boundary < Cursor);

    public void Right() => Cursor = Boundaries().FirstOrDefault(boundary => boundary > Cursor, text.Length);

    public void Home() => Cursor = 0;

    public void End() => Cursor = text.Length;

    public void DeleteToStart()
    {
        text.Remove(0, Cursor);
        Cursor = 0;
    }

    public void DeleteToEnd() => text.Remove(Cursor, text.Length - Cursor);

    public void DeleteWord()
    {
        var end = Cursor;
        while (Cursor > 0 && text[Cursor - 1] == ' ')
            Cursor--;
        while (Cursor > 0 && text[Cursor - 1] != ' ')
            Cursor--;
        text.Remove(Cursor, end - Cursor);
    }

    private int[] Boundaries() => System.Globalization.StringInfo.ParseCombiningCharacters(Text);
}
