using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Chat;

/// <summary>The console chat: one line, one answer, until the input ends or the user says so.</summary>
internal sealed class ChatSession(IAssistant assistant, IChatInput input, IChatOutput output)
{
    private static readonly string[] Farewells = ["/quit", "/exit", "/quitter", "quit", "exit", "quitter"];

    public async Task RunAsync(Asker asker, Language? language, CancellationToken cancellationToken)
    {
        output.Greet();
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Array.Exists(Farewells, farewell => string.Equals(farewell, line.Trim(), StringComparison.OrdinalIgnoreCase)))
                break;
            await output.ShowAsync(await assistant.AskAsync(line, asker, language, cancellationToken), cancellationToken);
        }
    }
}
