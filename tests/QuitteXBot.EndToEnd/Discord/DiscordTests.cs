using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.EndToEnd.Discord;

/// <summary>What members do on Discord, answered by the real executable as a process.</summary>
public sealed class DiscordTests(SeededBot seeded) : IClassFixture<SeededBot>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Clients => [.. DiscordClients.Built];

    public static TheoryData<string, string> ClientsAndModes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var client in DiscordClients.Built)
            {
                data.Add(client, "Gateway");
                data.Add(client, "Http");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ClientsAndModes))]
    public async Task Members_AskInTheirLanguage_GetTheQuoteAndUseItsButtons(string client, string mode)
    {
        await using var discord = await TestDiscord.StartAsync();
        var settings = DiscordProcess.SettingsFor(discord, client);
        if (mode == "Http")
            UseHttp(discord, settings);
        await using var bot = DiscordProcess.Start(seeded.Folder, settings);
        await bot.UntilAsync(() => discord.Commands().Count > 10 && (mode == "Http" || discord.Connected == 1), "the bot did not come");
        var (french, english) = (discord.Users.New("alice"), discord.Users.New("bob", "en-GB"));

        var typing = await discord.Users.Type(french, "why", "organisation", "meurthe").First.WaitAsync(Soon);
        Assert.Contains(typing["data"]!["choices"]!.AsArray(), choice => choice!["value"]!.GetValue<string>() == "departement-54");

        var asked = discord.Users.Slash(french, "why", ("organisation", "departement-54"));
        var answer = await asked.Final.WaitAsync(Soon);
        Assert.Contains("«\u202F", Description(answer), StringComparison.Ordinal);
        Assert.Contains("Khirouni", Description(answer), StringComparison.Ordinal);
        Assert.Contains("La Semaine", Description(answer), StringComparison.Ordinal);

        var inEnglish = await discord.Users.Slash(english, "why", ("organisation", "departement-54")).Final.WaitAsync(Soon);
        Assert.Contains("Reasons: ", Description(inEnglish), StringComparison.Ordinal);

        var form = (await discord.Users.Press(english, asked.OriginalId!, Button(answer, "Signaler une erreur")).First.WaitAsync(Soon))["data"]!;
        var field = TestUsers.FieldsOf(form)[0]["custom_id"]!.GetValue<string>();
        var thanks = await discord.Users.Submit(english, form["custom_id"]!.GetValue<string>(), asked.OriginalId, (field, "Une faute.")).Final.WaitAsync(Soon);
        Assert.StartsWith("Thank you! Your report", thanks["embeds"]![0]!["title"]!.GetValue<string>(), StringComparison.Ordinal);

        discord.Users.Press(french, asked.OriginalId!, Button(answer, "Supprimer"));
        await Waiting.UntilAsync(() => discord.FindMessage(asked.OriginalId!) is null, Soon, "the answer was not deleted");
        Assert.DoesNotContain(discord.Notes, note => note.Contains(" gave 4", StringComparison.Ordinal) && !note.Contains("10015", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Mention_WithAFreeQuestion_IsAnsweredAsAReply(string client)
    {
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = DiscordProcess.Start(seeded.Folder, DiscordProcess.SettingsFor(discord, client));
        await bot.UntilAsync(() => discord.Connected == 1, "the bot did not come");

        var asked = discord.Users.Write(discord.Users.New("alice"), $"<@{discord.BotId}> pourquoi la Meurthe-et-Moselle quitte X ?");
        await bot.UntilAsync(() => discord.Messages.Count == 2, "no reply");

        Assert.Equal(asked, discord.Messages[1]["message_reference"]!["message_id"]!.GetValue<string>());
        Assert.Contains("«\u202F", Description(discord.Messages[1]), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> WrongConfigurations
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var client in DiscordClients.Built)
            {
                data.Add(client, "QUITTEXBOT__DISCORD__TOKEN", "MTMwMDAwMDAwMDAwMDAwMDAwMQ.Gtest0.wrong", "Discord refuses the token");
                data.Add(client, "QUITTEXBOT__DISCORD__APPLICATIONID", "1300000000000000009", "the token belongs to application");
                data.Add(client, "QUITTEXBOT__DISCORD__TOKEN", "wrong", "is no bot token");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WrongConfigurations))]
    public async Task Start_WrongConfiguration_EndsWith1AndTheMend(string client, string key, string value, string mend)
    {
        await using var discord = await TestDiscord.StartAsync();
        var settings = DiscordProcess.SettingsFor(discord, client);
        settings[key] = value;

        await using var bot = DiscordProcess.Start(seeded.Folder, settings);

        Assert.Equal(1, await bot.WaitForExitAsync());
        Assert.Contains(bot.Log, line => line.Contains(mend, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.StartsWith("   at ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Check_AllWell_EndsWith0(string client)
    {
        await using var discord = await TestDiscord.StartAsync();

        await using var check = DiscordProcess.Start(seeded.Folder, DiscordProcess.SettingsFor(discord, client), "discord", "check");

        Assert.True(await check.WaitForExitAsync() == 0, string.Join('\n', check.Log));
        Assert.Contains("All is well.", check.Log);
    }

    private static void UseHttp(TestDiscord discord, Dictionary<string, string> settings)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        settings["QUITTEXBOT__DISCORD__MODE"] = "Http";
        settings["QUITTEXBOT__DISCORD__PUBLICKEY"] = discord.PublicKey;
        settings["QUITTEXBOT__WEB__URLS"] = $"http://127.0.0.1:{port}";
        discord.Options.InteractionsUrl = new Uri($"http://127.0.0.1:{port}/discord/interactions");
    }

    private static string Description(JsonObject message) => message["embeds"]![0]!["description"]!.GetValue<string>();

    private static string Button(JsonObject message, string label) =>
        message["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Single(part => part!["label"]?.GetValue<string>() == label)!["custom_id"]!.GetValue<string>();
}
