using System.CommandLine;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Discord.Check;

namespace QuitteXBot.Cli;

/// <summary><c>discord check</c>: tries what the bot needs on Discord, changes nothing, and says what is wrong.</summary>
internal sealed class DiscordVerb : Command
{
    public DiscordVerb(CliSession session)
        : base("discord", "What concerns Discord.")
    {
        var check = new Command("check", "Tries token, application, servers, permissions and commands, and says what is wrong.");
        check.SetAction((_, cancellationToken) => CheckAsync(session, cancellationToken));
        Add(check);
    }

    private static async Task<int> CheckAsync(CliSession session, CancellationToken cancellationToken)
    {
        await using var bot = await session.OpenAsync(forChanges: false, cancellationToken);
        return bot is null || session.Configuration is not { } configuration
            ? ExitCode.Failed
            : await new DiscordCheck(session.Output).RunAsync(configuration, CommandCatalogue.All, bot.Assistant, cancellationToken);
    }
}
