using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Chat;

/// <summary>Answers as plain text, for pipes, files and terminals that cannot do more.</summary>
internal sealed class PlainOutput(TextWriter writer, string greeting) : IChatOutput
{
    public void Greet() => writer.WriteLine(greeting);

    public async Task ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        await writer.WriteLineAsync(TerminalText.Safe(PlainTextRenderer.Render(reply)).AsMemory(), cancellationToken);
        await writer.WriteLineAsync();
        await writer.FlushAsync(cancellationToken);
    }
}
