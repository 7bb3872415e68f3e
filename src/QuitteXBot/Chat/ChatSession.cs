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
            last = await FilledAsync(last, asker, cancellationToken);
            if (last is null)
                continue;
            last = await ReplyFiles.SettleAsync(last, cancellationToken);
            await output.ShowAsync(last, cancellationToken);
        }
    }

    /// <summary>The answer behind all forms that it leads through; null where one was dropped.</summary>
    private async Task<Reply?> FilledAsync(Reply reply, Asker asker, CancellationToken cancellationToken)
    {
        while (reply.Form is { } form)
        {
            if (await new FormFiller(input, output).FillAsync(reply, cancellationToken) is not { } options)
                return null;
            reply = await assistant.ExecuteAsync(new CommandRequest(form.Command, options, asker, reply.Language), cancellationToken);
        }

        return reply;
    }

    private static ReplyAction? Picked(string line, Reply? last) =>
        last is not null && int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? FollowUps(last).ElementAtOrDefault(number - 1)
            : null;
}
