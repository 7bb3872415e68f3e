using QuitteXBot.Commands.Replies;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace QuitteXBot.Chat;

/// <summary>Answers with colour; one screen at a time where they are longer than the screen.</summary>
internal sealed class TerminalOutput(IAnsiConsole console, string greeting, string morePrompt) : IChatOutput
{
    public void Greet() => console.WriteLine(greeting, new Style(foreground: Color.Grey));

    public async Task ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        var lines = Segment.SplitLines(ReplyRenderable.Of(reply).GetSegments(console), console.Profile.Width);
        var screen = Math.Max(5, console.Profile.Height - 2);
        for (var from = 0; from < lines.Count; from += screen)
        {
            if (from > 0 && !await WantsMoreAsync(cancellationToken))
                break;
            foreach (var line in lines.Skip(from).Take(screen))
                console.Write(new Line(line));
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

    /// <summary>One line of segments that are laid out already.</summary>
    private sealed class Line(SegmentLine segments) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [.. segments, Segment.LineBreak];
    }
}
