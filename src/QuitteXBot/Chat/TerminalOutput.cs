using QuitteXBot.Commands.Replies;
using Spectre.Console;

namespace QuitteXBot.Chat;

/// <summary>Answers with colour; one screen at a time where they are longer than the screen.</summary>
internal sealed class TerminalOutput(IAnsiConsole console, string greeting, string morePrompt) : IChatOutput
{
    public void Greet() => console.WriteLine(greeting, new Style(foreground: Color.Grey));

    public async Task ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        // One column is left free: some terminals break the line when its last column is written.
        var lines = ReplyLayout.Lines(reply, console.Profile.Width - 1);
        var screen = Math.Max(5, console.Profile.Height - 2);
        for (var shown = 0; shown < lines.Count; shown++)
        {
            if (shown > 0 && shown % screen == 0 && !await WantsMoreAsync(cancellationToken))
                break;
            foreach (var (text, style) in lines[shown])
                console.Write(new Text(text, style));
            console.WriteLine();
        }

        console.WriteLine();
    }

    private async Task<bool> WantsMoreAsync(CancellationToken cancellationToken)
    {
        console.Write(new Text(morePrompt, new Style(foreground: Color.Grey)));
        var key = await console.Input.ReadKeyAsync(intercept: true, cancellationToken);
        console.Write(new ControlCode("\r\u001b[K"));
        return key is { Key: not (ConsoleKey.Q or ConsoleKey.Escape) };
    }
}
