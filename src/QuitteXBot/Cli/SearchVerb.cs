using System.Collections.Immutable;
using System.CommandLine;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Cli;

/// <summary><c>search "words"</c>: the same answer as the chat's search command.</summary>
internal sealed class SearchVerb : Command
{
    private readonly CliSession session;
    private readonly Argument<string[]> words = new("words") { Description = "What to look for.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> language = CommonOptions.Language();
    private readonly Option<bool> json = CommonOptions.Json();

    public SearchVerb(CliSession session)
        : base("search", "Looks for words in the recorded quotes and in the articles they come from.")
    {
        this.session = session;
        Add(words);
        Add(language);
        Add(json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var bot = await session.OpenAsync(forChanges: false, cancellationToken);
        if (bot is null)
            return ExitCode.Failed;
        var asker = new Asker("console", Environment.UserName, Permission.Community, CommonOptions.UserLocale());
        var request = new CommandRequest(
            "search",
            ImmutableDictionary<string, string>.Empty.Add("words", string.Join(' ', parsed.GetValue(words)!)),
            asker,
            CommonOptions.LanguageOf(parsed.GetValue(language)) ?? (asker.Locale is ['e', 'n', ..] ? Language.English : Language.French));
        var reply = await bot.Assistant.ExecuteAsync(request, cancellationToken);
        await session.Output.WriteLineAsync(parsed.GetValue(json) ? ReplyJson.Write(reply) : PlainTextRenderer.Render(reply));
        return ExitCode.Done;
    }
}
