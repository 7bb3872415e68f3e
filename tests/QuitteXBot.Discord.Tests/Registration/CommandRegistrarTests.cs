using System.Collections.Immutable;
using System.Text.Json.Nodes;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Registration;

public sealed class CommandRegistrarTests : IAsyncLifetime
{
    private TestDiscord discord = null!;

    public async Task InitializeAsync() => discord = await TestDiscord.StartAsync();

    public async Task DisposeAsync() => await discord.DisposeAsync();

    [Fact]
    public async Task Start_NothingRegistered_RegistersEveryCommandInBothLanguages()
    {
        await StartOnceAsync();

        var why = discord.Commands().Single(command => Text(command, "name") == "why");
        Assert.Equal(5, discord.Commands().Count);
        Assert.Equal("pourquoi", Text(why["name_localizations"]!, "fr"));
        Assert.Equal("Pourquoi une organisation quitte X", Text(why["description_localizations"]!, "fr"));
        var options = why["options"]!.AsArray().ToDictionary(option => Text(option!, "name"));
        Assert.True(options["organisation"]!["required"]!.GetValue<bool>());
        Assert.True(options["organisation"]!["autocomplete"]!.GetValue<bool>());
        Assert.Equal("Haine", Text(options["reason"]!["choices"]![0]!["name_localizations"]!, "fr"));
        Assert.Equal(4, options["page"]!["type"]!.GetValue<int>());
        Assert.Equal("[0,1]", why["contexts"]!.ToJsonString());
        Assert.Null(why["default_member_permissions"]);
        Assert.Equal("8192", Text(discord.Commands().Single(command => Text(command, "name") == "withdraw"), "default_member_permissions"));
    }

    [Fact]
    public async Task Start_CommandWithoutThem_GetsTheOptionsLangAndVisible()
    {
        await StartOnceAsync();

        var search = discord.Commands().Single(command => Text(command, "name") == "search");
        Assert.Equal(["words", "lang", "visible"], search["options"]!.AsArray().Select(option => Text(option!, "name")));
    }

    [Fact]
    public async Task Start_EverythingAsItIs_WritesNothing()
    {
        await StartOnceAsync();
        var versions = discord.Commands().Select(command => Text(command, "version")).ToList();

        await StartOnceAsync();

        Assert.Equal(versions, discord.Commands().Select(command => Text(command, "version")));
    }

    [Fact]
    public async Task Start_SubcommandsAsTheyAre_WritesNothingAndAChangedOneAlone()
    {
        await StartOnceAsync(CommandCatalogue.All);
        var before = discord.Commands().ToDictionary(command => Text(command, "name"), command => Text(command, "version"));
        await StartOnceAsync(CommandCatalogue.All);
        Assert.Equal(before, discord.Commands().ToDictionary(command => Text(command, "name"), command => Text(command, "version")));

        await StartOnceAsync([.. CommandCatalogue.All.Select(command => command.Name == "statement add" ? command with { Summary = new("Autre chose", "Something else") } : command)]);

        Assert.Equal(["statement"], discord.Commands().Where(command => Text(command, "version") != before[Text(command, "name")]).Select(command => Text(command, "name")));
    }

    [Fact]
    public async Task Start_OneChangedOneGone_WritesThoseAlone()
    {
        await StartOnceAsync();
        var before = discord.Commands().ToDictionary(command => Text(command, "name"), command => Text(command, "version"));
        await SendAsync(HttpMethod.Patch, $"/{Id("why")}", """{"description":"Something else"}""");
        await SendAsync(HttpMethod.Post, "", """{"name":"old","description":"An old one"}""");

        await StartOnceAsync();

        var after = discord.Commands().ToDictionary(command => Text(command, "name"), command => Text(command, "version"));
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.Equal(["why"], after.Where(pair => before[pair.Key] != pair.Value).Select(pair => pair.Key));
        Assert.Equal("Why an organisation leaves X", Text(discord.Commands().Single(command => Text(command, "name") == "why"), "description"));
    }

    [Fact]
    public async Task Start_WithGuilds_RegistersThereAndNotGlobally()
    {
        await StartOnceAsync();

        await StartOnceAsync(("Discord:GuildIds:0", discord.GuildId));

        Assert.Empty(discord.Commands());
        Assert.Equal(5, discord.Commands(discord.GuildId).Count);
    }

    [Fact]
    public async Task Start_GuildThatDidNotAuthoriseCommands_SaysWhichScopeIsMissingAndRunsOn()
    {
        discord.Options.CommandsAllowed = false;
        await using var bot = await TestBot.StartAsync(discord, null, ("Discord:GuildIds:0", discord.GuildId));

        await Waiting.UntilAsync(() => bot.Log.Any(line => line.Contains("applications.commands", StringComparison.Ordinal)), TimeSpan.FromSeconds(10), "nothing logged");
        await discord.WaitForConnectionAsync();

        Assert.False(bot.State.CommandsRegistered);
    }

    private static string Text(JsonNode node, string key) => node[key]?.ToString() ?? "";

    private string Id(string name) => Text(discord.Commands().Single(command => Text(command, "name") == name), "id");

    private async Task StartOnceAsync(ImmutableArray<CommandDefinition> definitions)
    {
        await using var bot = await TestBot.StartAsync(discord, new FakeAssistant { Offered = definitions }, ("Discord:Mode", "Http"));
        await Waiting.UntilAsync(() => bot.State.CommandsRegistered, TimeSpan.FromSeconds(20), $"not registered: {string.Join('\n', bot.Log)}");
    }

    private async Task StartOnceAsync(params (string Key, string Value)[] settings)
    {
        await using var bot = await TestBot.StartAsync(discord, null, [("Discord:Mode", "Http"), .. settings]);
        await Waiting.UntilAsync(() => bot.State.CommandsRegistered, TimeSpan.FromSeconds(20), $"not registered: {string.Join('\n', bot.Log)}");
    }

    private async Task SendAsync(HttpMethod method, string path, string body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(discord.ApiBaseUrl, $"applications/{discord.ApplicationId}/commands{path}"))
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1)");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bot {discord.Token}");
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
