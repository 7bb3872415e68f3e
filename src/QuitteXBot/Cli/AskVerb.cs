using System.CommandLine;
using QuitteXBot.Chat;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Cli;

/// <summary><c>ask "question"</c>, or <c>ask -</c> for one question a line of standard input: one answer each, in order.</summary>
internal sealed class AskVerb : Command
{
    private readonly CliSession session;
    private readonly Argument<string[]> question = new("question") { Description = "A command or a question; - reads one a line from standard input.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> language = CommonOptions.Language();
    private readonly Option<string> role = CommonOptions.Role();
    private readonly Option<bool> json = CommonOptions.Json();

    public AskVerb(CliSession session)
        : base("ask", "Answers one question, or one a line from standard input.")
    {
        this.session = session;
        Add(question);
        Add(language);
        Add(role);
        Add(json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var words = parsed.GetValue(question)!;
        var one = words is ["-"] ? null : string.Join(' ', words);
        await using var bot = await session.OpenAsync(one is null || CommandCatalogue.IsDeskCommand(one), cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        var asker = new Asker("console", Environment.UserName, CommonOptions.PermissionOf(parsed.GetValue(role)!), CommonOptions.UserLocale())
        {
            OpenFile = ConsoleFiles.Open,
        };
        var answerIn = CommonOptions.LanguageOf(parsed.GetValue(language));
        var asJson = parsed.GetValue(json);
        if (one is not null)
        {
            await WriteAsync(await bot.Assistant.AskAsync(one, asker, answerIn, cancellationToken), asJson, cancellationToken);
            return ExitCode.Done;
        }

        var lines = new PlainInput(session.Input);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
            await WriteAsync(await bot.Assistant.AskAsync(line, asker, answerIn, cancellationToken), asJson, cancellationToken);
        return ExitCode.Done;
    }

    private async Task WriteAsync(Reply answer, bool asJson, CancellationToken cancellationToken)
    {
        var reply = await ReplyFiles.SettleAsync(answer, cancellationToken);
        await session.Output.WriteLineAsync(asJson ? ReplyJson.Write(reply) : PlainTextRenderer.Render(reply) + Environment.NewLine);
        await session.Output.FlushAsync(cancellationToken);
    }
}
