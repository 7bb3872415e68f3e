using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord;
using QuitteXBot.Discord.Http;

namespace QuitteXBot.Benchmarks.Discord;

/// <summary>Our own way to Discord with a constant answer at its end: shows what of an answer's time is the search for it.</summary>
internal static class ConstantBot
{
    public const string Verb = "-discord-constant";

    /// <summary>Serves as the environment says, until it is killed.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Configuration.AddEnvironmentVariables("QUITTEXBOT__");
        builder.Configuration["urls"] = builder.Configuration["Web:Urls"] ?? "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IAssistant>(new Constant());
        if (!builder.Services.AddDiscord(builder.Configuration, CommandCatalogue.All).IsEmpty)
            return 1;
        await using var app = builder.Build();
        app.MapDiscordInteractions();
        await app.RunAsync();
        return 0;
    }

    private sealed class Constant : IAssistant
    {
        private readonly Task<Reply> answer = Task.FromResult(
            new Reply { Command = CommandNames.Why, Language = Language.French, Outcome = Outcome.Answered, Title = "A constant text." });

        public Task<Reply> AskAsync(string text, Asker asker, Language? language, CancellationToken cancellationToken) => answer;

        public Task<Reply> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken) => answer;

        public Task<ImmutableArray<OptionChoice>> CompleteAsync(
            string command, string option, string typed, Language language, CancellationToken cancellationToken) =>
            Task.FromResult(ImmutableArray<OptionChoice>.Empty);
    }
}
