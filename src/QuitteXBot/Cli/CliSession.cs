using Microsoft.Extensions.Configuration;
using QuitteXBot.Composition;
using QuitteXBot.Configuration;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Cli;

/// <summary>What every verb needs: the streams, the checked options, and the opened bot.</summary>
internal sealed class CliSession(TextReader input, TextWriter output, TextWriter error)
{
    public TextReader Input => input;

    public TextWriter Output => output;

    public TextWriter Error => error;

    /// <summary>The whole configuration, for the platforms; null before <see cref="Configure"/>.</summary>
    public IConfiguration? Configuration { get; private set; }

    /// <summary>The checked options, or null when faults were reported: each on a line of its own, with its key and the mend.</summary>
    public BotOptions? Configure()
    {
        var tree = ConfigurationTree.Load(Directory.GetCurrentDirectory());
        if (!tree.IsSuccess)
        {
            Report(tree.Error);
            return null;
        }

        Configuration = tree.Value.Root;
        var (options, errors) = BotOptions.Read(tree.Value);
        foreach (var fault in errors)
            Report(fault);
        return options;
    }

    /// <summary>Opens the bot, reading the seeds first where that was never done. Null when faults were reported.</summary>
    /// <param name="forChanges">Whether moderators' commands are wanted too: that takes a little longer.</param>
    public async Task<Bot?> OpenAsync(bool forChanges, CancellationToken cancellationToken)
    {
        if (Configure() is not { } options)
            return null;
        var bot = await Bot.OpenSeededAsync(options, TimeProvider.System, () => ProgressLine.On(error), Report, forChanges, cancellationToken);
        if (!bot.IsSuccess)
            Report(bot.Error);
        return bot.Value;
    }

    /// <summary>Opens the bot for a verb that changes the store; the seeds are not read. Null when faults were reported.</summary>
    public async Task<Bot?> OpenForWritingAsync(CancellationToken cancellationToken)
    {
        if (Configure() is not { } options)
            return null;
        var bot = await Bot.OpenAsync(options, TimeProvider.System, cancellationToken);
        if (!bot.IsSuccess)
            Report(bot.Error);
        return bot.Value;
    }

    public void Report(Error fault) => error.WriteLine("quittexbot: " + fault);
}
