using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Chat;

/// <summary>The console chat: one line, one answer, until the input ends or the user says so. A number alone picks one of the last answer's follow-ups.</summary>
internal sealed class ChatSession(IAssistant assistant, IChatInput input, IChatOutput output)
{
    private static readonly string[] Farewells = ["/quit", "/exit", "/quitter", "quit", "exit", "quitter"];

    /// <summary>The follow-ups that a number picks, in their order. A quote's context is asked for by its id, which stands beside it.</summary>
    public static ImmutableArray<ReplyAction> FollowUps(Reply reply) =>
        [.. reply.Actions.Where(action => action.Kind != ReplyActionKind.InContext)];

    public async Task RunAsync(Asker asker, Language? language, CancellationToken cancellationToken)
    {
        output.Greet();
        Reply? last = null;
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Array.Exists(Farewells, farewell => string.Equals(farewell, line.Trim(), StringComparison.OrdinalIgnoreCase)))
                break;
            last = Picked(line, last) is { } action
                ? await assistant.ExecuteAsync(new CommandRequest(action.Command, action.Options, asker, last!.Language), cancellationToken)
                : await assistant.AskAsync(line, asker, language, cancellationToken);
            await output.ShowAsync(last, cancellationToken);
        }
    }

    private static ReplyAction? Picked(string line, Reply? last) =>
        last is not null && int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? FollowUps(last).ElementAtOrDefault(number - 1)
            : null;
}
