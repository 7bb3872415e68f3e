using System.CommandLine;
using QuitteXBot.Chat;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Composition;
using Spectre.Console;

namespace QuitteXBot.Cli;

/// <summary><c>chat</c>: questions and answers at the console.</summary>
internal sealed class ChatVerb : Command
{
    private readonly Option<string?> language = CommonOptions.Language();

    public ChatVerb(CliSession session)
        : base("chat", "Answers questions at the console.")
    {
        Add(language);
        SetAction((parsed, cancellationToken) => RunAsync(session, CommonOptions.LanguageOf(parsed.GetValue(language)), cancellationToken));
    }

    public static async Task<int> RunAsync(CliSession session, Language? language, CancellationToken cancellationToken)
    {
        await using var bot = await session.OpenAsync(forChanges: true, cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        bot.Serve();
        var asker = new Asker("console", Environment.UserName, Permission.Maintainer, CommonOptions.UserLocale()) { OpenFile = ConsoleFiles.Open };
        var shown = language ?? (asker.Locale is ['e', 'n', ..] ? Language.English : Language.French);
        await Session(session, bot, shown).RunAsync(asker, language, cancellationToken);
        return ExitCode.Done;
    }

    private static ChatSession Session(CliSession session, Bot bot, Language language)
    {
        var atTerminal = ReferenceEquals(session.Input, Console.In) && !Console.IsInputRedirected && !Console.IsOutputRedirected
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        return atTerminal
            ? new ChatSession(
                bot.Assistant,
                new TerminalInput(AnsiConsole.Console, new LineCompleter(bot.Assistant, CommandCatalogue.All), language),
                new TerminalOutput(AnsiConsole.Console, ChatTexts.Greeting.In(language), ChatTexts.More.In(language)))
            : new ChatSession(bot.Assistant, new PlainInput(session.Input), new PlainOutput(session.Output, ChatTexts.Greeting.In(language)));
    }
}
