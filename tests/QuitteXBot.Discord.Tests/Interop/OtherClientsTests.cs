using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Interop;

/// <summary>Clients that others wrote for the real Discord, against the Discord for tests.</summary>
[Trait("Category", "Interop")]
public sealed class OtherClientsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> errors = new();
    private readonly List<JsonObject> said = [];

    [InteropFact(OtherClient.DiscordJs)]
    public Task DiscordJs_AgainstTheDiscordForTests_DoesAllThatABotDoes() => PlayAsync(OtherClient.DiscordJs);

    [InteropFact(OtherClient.DiscordPy)]
    public Task DiscordPy_AgainstTheDiscordForTests_DoesAllThatABotDoes() => PlayAsync(OtherClient.DiscordPy);

    private async Task PlayAsync(string client)
    {
        await using var discord = await TestDiscord.StartAsync();
        var api = discord.ApiBaseUrl.AbsoluteUri.Replace("/v10/", "", StringComparison.Ordinal);
        using var process = Process.Start(OtherClient.Command(client, api, discord.GatewayUrl.AbsoluteUri, discord.Token))!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await PlayAsync(client, discord);
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(Patience);
            Assert.Equal(0, process.ExitCode);
        }
        catch (TimeoutException fault)
        {
            throw new TimeoutException($"{fault.Message}\n{string.Join('\n', errors)}\n{string.Join('\n', discord.Notes)}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private async Task PlayAsync(string client, TestDiscord discord)
    {
        var alice = discord.Users.New("alice");

        var ready = await HearsAsync("ready");
        Assert.Equal(discord.BotId, ready["user"]!.GetValue<string>());
        Assert.Equal([discord.GuildId], ready["guilds"]!.AsArray().Select(id => id!.GetValue<string>()));
        Assert.Contains(discord.ChannelId, ready["channels"]!.AsArray().Select(id => id!.GetValue<string>()));
        Assert.Equal(2, discord.Commands().Count);
        if (client == OtherClient.DiscordJs)
            Assert.Contains("why/pourquoi", ready["commands"]!.AsArray().Select(name => name!.GetValue<string>()));

        var typing = discord.Users.Type(alice, "why", "organisation", "meurthe");
        await HearsAsync("completed");
        Assert.Equal("for meurthe", (await typing.First.WaitAsync(Patience))["data"]!["choices"]![0]!["name"]!.GetValue<string>());

        var asked = discord.Users.Slash(alice, "why", ("organisation", "departement-54"));
        var answered = await HearsAsync("answered");
        Assert.Equal("fr", answered["locale"]!.GetValue<string>());
        Assert.Equal(5, (await asked.First.WaitAsync(Patience))["type"]!.GetValue<int>());
        Assert.Equal("why departement-54", discord.FindMessage(asked.OriginalId!)!["content"]!.GetValue<string>());
        Assert.Equal(answered["followUp"]!.GetValue<string>(), Assert.Single(asked.FollowUps)["id"]!.GetValue<string>());

        discord.Users.Press(alice, asked.OriginalId!, ButtonOf(discord.FindMessage(asked.OriginalId!)!));
        await HearsAsync("updated");
        Assert.Equal("updated", discord.FindMessage(asked.OriginalId!)!["content"]!.GetValue<string>());

        var form = discord.Users.Slash(alice, "form");
        await HearsAsync("opened");
        Assert.Equal(9, (await form.First.WaitAsync(Patience))["type"]!.GetValue<int>());

        var submitted = discord.Users.Submit(alice, "report", null, ("what", "the date"));
        await HearsAsync("submitted");
        Assert.Equal("got the date", (await submitted.Final.WaitAsync(Patience))["content"]!.GetValue<string>());

        discord.Users.Write(alice, $"<@{discord.BotId}> hello");
        await HearsAsync("replied");

        discord.DropConnections();
        var missed = discord.Users.Slash(alice, "form");
        await HearsAsync("resumed");
        await missed.First.WaitAsync(Patience);
        Assert.Contains("gateway: resumed", discord.Notes);
        Assert.Equal(1, discord.SessionCount);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.Add((JsonObject)JsonNode.Parse(line)!);
    }

    private async Task<JsonObject> HearsAsync(string expected)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < Patience)
        {
            lock (said)
            {
                var index = said.FindIndex(event_ => event_["event"]!.GetValue<string>() is var name && (name == expected || name == "failed"));
                if (index >= 0 && said[index]["event"]!.GetValue<string>() == expected)
                {
                    var found = said[index];
                    said.RemoveAt(index);
                    return found;
                }

                if (index >= 0)
                    break;
            }

            await Task.Delay(20);
        }

        lock (said)
            throw new TimeoutException($"The client did not say \"{expected}\", but\n{string.Join('\n', said.Select(each => each.ToJsonString()))}");
    }

    private static string ButtonOf(JsonObject message) => message["components"]![0]!["components"]![0]!["custom_id"]!.GetValue<string>();
}
