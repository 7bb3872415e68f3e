using QuitteXBot.Commands.Localisation;
using Spectre.Console;

namespace QuitteXBot.Chat;

/// <summary>Lines typed at a terminal: arrows, Home, End, history, the usual control keys, and Tab to complete.</summary>
internal sealed class TerminalInput(IAnsiConsole console, LineCompleter completer, Language language) : IChatInput
{
    private const string Prompt = "› ";

    private readonly LineHistory history = new();

    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new LineBuffer();
        Draw(line);
        while (true)
        {
            var key = await console.Input.ReadKeyAsync(intercept: true, cancellationToken);
            if (key is not { } pressed)
                return null;
            switch (pressed)
            {
                case { Key: ConsoleKey.Enter }:
                    console.WriteLine();
                    history.Add(line.Text);
                    return line.Text;
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when line.Text.Length == 0:
                    console.WriteLine();
                    return null;
                case { Key: ConsoleKey.Tab }:
                    await CompleteAsync(line, cancellationToken);
                    break;
                default:
                    Edit(line, pressed);
                    break;
            }

            Draw(line);
        }
    }

    private void Edit(LineBuffer line, ConsoleKeyInfo pressed)
    {
        switch (pressed)
        {
            case { Key: ConsoleKey.LeftArrow }:
                line.Left();
                break;
            case { Key: ConsoleKey.RightArrow }:
                line.Right();
                break;
            case { Key: ConsoleKey.Home } or { Key: ConsoleKey.A, Modifiers: ConsoleModifiers.Control }:
                line.Home();
                break;
            case { Key: ConsoleKey.End } or { Key: ConsoleKey.E, Modifiers: ConsoleModifiers.Control }:
                line.End();
                break;
            case { Key: ConsoleKey.Backspace }:
                line.Backspace();
                break;
            case { Key: ConsoleKey.Delete }:
                line.Delete();
                break;
            case { Key: ConsoleKey.U, Modifiers: ConsoleModifiers.Control }:
                line.DeleteToStart();
                break;
            case { Key: ConsoleKey.K, Modifiers: ConsoleModifiers.Control }:
                line.DeleteToEnd();
                break;
            case { Key: ConsoleKey.W, Modifiers: ConsoleModifiers.Control }:
                line.DeleteWord();
                break;
            case { Key: ConsoleKey.UpArrow }:
                line.Replace(history.Older() ?? line.Text);
                break;
            case { Key: ConsoleKey.DownArrow }:
                line.Replace(history.Newer());
                break;
            default:
                line.Insert(pressed.KeyChar);
                break;
        }
    }

    private async Task CompleteAsync(LineBuffer line, CancellationToken cancellationToken)
    {
        var completion = await completer.CompleteAsync(line.Text, language, cancellationToken);
        if (completion.Line != line.Text)
        {
            line.Replace(completion.Line);
        }
        else if (completion.Choices.Length > 1)
        {
            console.WriteLine();
            foreach (var choice in completion.Choices)
                console.WriteLine("  " + choice, new Style(foreground: Color.Grey));
        }
    }

    /// <summary>Writes the line anew, scrolled so that the cursor is in sight, with one column spare: a terminal wraps at the last one.</summary>
    private void Draw(LineBuffer line)
    {
        var width = Math.Max(10, console.Profile.Width - Prompt.Length - 1);
        var from = Math.Max(0, line.Cursor - width);
        var shown = line.Text[from..Math.Min(line.Text.Length, from + width)];
        console.Write(new ControlCode("\r\u001b[K"));
        console.Write(new Text(Prompt, new Style(foreground: Color.Green, decoration: Decoration.Bold)));
        console.Write(new Text(shown));
        var back = shown.Length - (line.Cursor - from);
        if (back > 0)
            console.Cursor.MoveLeft(back);
    }
}
