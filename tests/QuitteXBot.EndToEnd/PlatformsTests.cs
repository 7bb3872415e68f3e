using System.Net;
using System.Net.Sockets;
using QuitteXBot.EndToEnd.Discord;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.EndToEnd;

/// <summary>Several platforms in one process.</summary>
public sealed class PlatformsTests(SeededBot seeded) : IClassFixture<SeededBot>
{
    [Fact]
    public async Task Run_OnePlatformGivenUp_TheOtherGoesOnAndHealthTellsIt()
    {
        await using var discord = await TestDiscord.StartAsync();
        var settings = DiscordProcess.SettingsFor(discord);
        // What answers there is no homeserver, which no patience mends.
        settings["QUITTEXBOT__MATRIX__HOMESERVER"] = discord.ApiBaseUrl.GetLeftPart(UriPartial.Authority);
        settings["QUITTEXBOT__MATRIX__ACCESSTOKEN"] = "token";
        var address = settings["QUITTEXBOT__WEB__URLS"] = $"http://127.0.0.1:{FreePort()}";
        await using var bot = DiscordProcess.Start(seeded.Folder, settings);
        await bot.UntilAsync(() => bot.Log.Any(line => line.Contains("Matrix is given up", StringComparison.Ordinal)), "Matrix was not given up");
        await bot.UntilAsync(() => discord.Connected == 1, "the bot did not come to Discord");

        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "departement-54"));
        var answer = await asked.Final.WaitAsync(TimeSpan.FromSeconds(20));
        using var http = new HttpClient();
        var health = await http.GetAsync(new Uri(address + "/health"));

        Assert.Contains("Khirouni", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(bot.Log, line => line.Contains("Matrix:Homeserver", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal("discord ok\nmatrix given-up matrix-not-a-homeserver\n", await health.Content.ReadAsStringAsync());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
