using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Registration;
using QuitteXBot.Discord.Tests;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.DiscordNet.Tests;

/// <summary>The commands as the project defines them, through Discord.Net's objects and back.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task Register_EveryCommandOfTheCatalogueTwice_WritesThemOnce()
    {
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await TestBot.StartAsync(discord, null, ("Discord:Mode", "Http"));
        await Waiting.UntilAsync(() => bot.State.CommandsRegistered, TimeSpan.FromSeconds(20), "not registered");
        var payload = new CommandPayload(new CommandSet(CommandCatalogue.All), new FakeAssistant());
        var registrar = new CommandRegistrar(
            payload, bot.Services.GetRequiredService<IDiscordClient>(), bot.Services.GetRequiredService<DiscordOptions>(), NullLogger<CommandRegistrar>.Instance);
        var application = ulong.Parse(discord.ApplicationId, System.Globalization.CultureInfo.InvariantCulture);

        var first = await registrar.RunAsync(application, write: true, CancellationToken.None);
        var second = await registrar.RunAsync(application, write: true, CancellationToken.None);

        Assert.True(first.IsSuccess, string.Join((char)10, discord.Notes.Where(note => note.Contains("gave 4", StringComparison.Ordinal))));
        Assert.NotEmpty(Assert.Single(first.Value).Created);
        var plan = Assert.Single(second.Value);
        Assert.True(plan.IsEmpty, $"changed: {string.Join(", ", plan.Changed)}; created: {string.Join(", ", plan.Created)}; removed: {string.Join(", ", plan.Removed)}");
        Assert.Contains(discord.Commands(), command => command["options"] is JsonArray options && options.Any(option => option!["type"]!.GetValue<int>() == 1));
    }
}
