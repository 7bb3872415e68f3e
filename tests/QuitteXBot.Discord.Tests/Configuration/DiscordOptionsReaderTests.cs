using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QuitteXBot.Discord.Configuration;

namespace QuitteXBot.Discord.Tests.Configuration;

public sealed class DiscordOptionsReaderTests
{
    private const string Token = "MTMwMDAwMDAwMDAwMDAwMDAwMQ.Gtest0.abcdefghijklmnopqrstuvwxyz";
    private const string PublicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    [Fact]
    public void Read_Nothing_IsNotConfiguredAndNotWrong()
    {
        var (options, errors) = Read();

        Assert.Empty(errors);
        Assert.False(options.IsConfigured);
        Assert.Equal("https://discord.com/api/v10/", options.ApiBaseUrl.AbsoluteUri);
    }

    [Fact]
    public void Read_EveryKey_IsTaken()
    {
        var (options, errors) = Read(
            ("Token", $" {Token}\n"), ("ApplicationId", "1300000000000000002"), ("PublicKey", PublicKey), ("Mode", "http"), ("ApiBaseUrl", "http://127.0.0.1:5/api"),
            ("GatewayUrl", "ws://127.0.0.1:5/gateway"), ("GuildIds:0", "1300000000000000003"), ("GuildIds:1", "1300000000000000004"), ("Shards", "3"),
            ("Compress", "false"), ("PlainText", "true"), ("Presence", "/why"), ("CustomIdKey", "secret"), ("InteractionsPath", "/d"));

        Assert.Empty(errors);
        Assert.Equal(
            (Token, 1300000000000000002UL, DiscordMode.Http, "http://127.0.0.1:5/api/v10/", 3, false, true),
            (options.Token, options.ApplicationId, options.Mode, options.ApiBaseUrl.AbsoluteUri, options.Shards, options.Compress, options.PlainText));
        Assert.Equal(new[] { 1300000000000000003UL, 1300000000000000004UL }, options.GuildIds.ToArray());
        Assert.Equal(PublicKey, Convert.ToHexStringLower([.. options.PublicKey]));
    }

    [Fact]
    public void Read_GuildIdsInOneLine_AreTaken() =>
        Assert.Equal(2, Read(("GuildIds", "1300000000000000003, 1300000000000000004")).Options.GuildIds.Length);

    [Fact]
    public void Read_EverythingWrong_ReportsAllAtOnceWithKeyAndMend()
    {
        var (_, errors) = Read(
            ("Token", "Bot x"), ("ApplicationId", "abc"), ("PublicKey", "12"), ("Mode", "Pigeon"), ("Client", "Other"), ("ApiBaseUrl", "discord"), ("GatewayUrl", "https://x"),
            ("GuildIds", "12"), ("Shards", "0"), ("Compress", "peut-être"), ("Presence", new string('x', 129)), ("InteractionsPath", "x"));

        Assert.Equal(
            ["Token", "ApplicationId", "PublicKey", "Mode", "Client", "ApiBaseUrl", "GatewayUrl", "GuildIds", "Shards", "Compress", "Presence", "InteractionsPath"],
            errors.Select(error => error.Location!["Discord:".Length..]).OrderBy(key => Array.IndexOf(["Token", "ApplicationId", "PublicKey", "Mode", "Client", "ApiBaseUrl", "GatewayUrl", "GuildIds", "Shards", "Compress", "Presence", "InteractionsPath"], key)));
        Assert.All(errors, error => Assert.DoesNotContain(error.Location!, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_DiscordNetOverHttpWithoutToken_AsksForIt()
    {
        var (options, errors) = Read(("Client", "discordnet"), ("Mode", "Http"), ("PublicKey", PublicKey), ("CustomIdKey", "secret"));

        Assert.Equal(DiscordClientKind.DiscordNet, options.Client);
        Assert.Equal("Discord:Token", Assert.Single(errors).Location);
    }

    [Fact]
    public void AddDiscord_DiscordNetInABuildWithoutIt_SaysHowToBuildWithIt()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Discord:Token", Token), new("Discord:Client", "DiscordNet")]).Build();

        var error = Assert.Single(new ServiceCollection().AddDiscord(configuration, FakeAssistant.Definitions));

        Assert.Equal("Discord:Client", error.Location);
        Assert.Contains("-p:DiscordNet=true", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownKey_IsASlipOfThePen() => Assert.Equal("Discord:Tokn", Assert.Single(Read(("Tokn", "x")).Errors).Location);

    [Theory]
    [InlineData("abc")]
    [InlineData("a.b")]
    [InlineData("not-base64!.b.c")]
    [InlineData("bm90IGEgbnVtYmVy.b.c")]
    public void Read_NoBotToken_IsWrong(string token) => Assert.Single(Read(("Token", token)).Errors);

    [Fact]
    public void Read_HttpWithoutPublicKey_IsWrong() => Assert.Equal("Discord:PublicKey", Assert.Single(Read(("Mode", "Http"), ("Token", Token)).Errors).Location);

    [Fact]
    public void Read_HttpWithoutAnythingToSignButtonsWith_IsWrong() =>
        Assert.Equal("Discord:CustomIdKey", Assert.Single(Read(("Mode", "Http"), ("PublicKey", PublicKey)).Errors).Location);

    [Theory]
    [InlineData("https://bot.example.org/", "https://bot.example.org/")]
    [InlineData(null, "https://discord.com/users/1300000000000000001")]
    [InlineData("", "https://discord.com/users/1300000000000000001")]
    public void UserAgent_WithOrWithoutWebsite_NamesWhereTheBotIsFound(string? website, string expected)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("Token", "MTMwMDAwMDAwMDAwMDAwMDAwMQ.Gtest0.x")]).Build();

        var (options, errors) = DiscordOptionsReader.Read(section, website);

        Assert.Empty(errors);
        Assert.Matches($@"^DiscordBot \({System.Text.RegularExpressions.Regex.Escape(expected)}, [0-9]+\.[0-9]+\.[0-9]+\)$", options.UserAgent);
    }

    [Theory]
    [InlineData("bot.example.org")]
    [InlineData("ftp://bot.example.org")]
    public void Read_WebsiteThatIsNoWebAddress_IsReported(string website)
    {
        var (_, errors) = DiscordOptionsReader.Read(new ConfigurationBuilder().Build(), website);

        Assert.Equal("Web:PublicBaseUrl", Assert.Single(errors).Location);
    }

    private static (DiscordOptions Options, System.Collections.Immutable.ImmutableArray<QuitteXBot.Core.Results.Error> Errors) Read(params (string Key, string Value)[] settings) =>
        DiscordOptionsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());
}
