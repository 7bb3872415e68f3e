using System.Collections.Immutable;

namespace QuitteXBot.Discord.Configuration;

/// <summary>The section <c>Discord</c> of the configuration, checked by <see cref="DiscordOptionsReader"/>.</summary>
public sealed record DiscordOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Discord";

    /// <summary>The bot's token, without <c>Bot </c> before it. Secret.</summary>
    public string? Token { get; init; }

    /// <summary>The application's id; where it is given, the token must belong to that application.</summary>
    public ulong? ApplicationId { get; init; }

    /// <summary>The application's Ed25519 public key: 32 bytes, in the configuration 64 hexadecimal digits. Needed with <see cref="DiscordMode.Http"/>.</summary>
    public ImmutableArray<byte> PublicKey { get; init; } = [];

    public DiscordMode Mode { get; init; } = DiscordMode.Gateway;

    public DiscordClientKind Client { get; init; } = DiscordClientKind.Own;

    /// <summary>Base of the REST API with its version, ending in <c>/</c>.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://discord.com/api/v10/");

    /// <summary>Where to open the gateway; null: where <c>GET /gateway/bot</c> says.</summary>
    public Uri? GatewayUrl { get; init; }

    /// <summary>Guilds to register the commands in; empty: globally.</summary>
    public ImmutableArray<ulong> GuildIds { get; init; } = [];

    /// <summary>Number of gateway connections; null: as many as Discord recommends.</summary>
    public int? Shards { get; init; }

    /// <summary>Whether the gateway compresses what it sends (zlib-stream).</summary>
    public bool Compress { get; init; } = true;

    /// <summary>The activity shown under the bot's name, 128 characters at most.</summary>
    public string? Presence { get; init; }

    /// <summary>Answers as plain text instead of embeds, everywhere; otherwise only where the bot may not embed.</summary>
    public bool PlainText { get; init; }

    /// <summary>Secret that signs the state of buttons; null: derived from the token. Several workers need the same.</summary>
    public string? CustomIdKey { get; init; }

    /// <summary>Path of the endpoint for HTTP interactions in the host's web server.</summary>
    public string InteractionsPath { get; init; } = "/discord/interactions";

    /// <summary>Where people find the bot on the web (<c>Web:PublicBaseUrl</c>); null: nowhere but on Discord.</summary>
    public Uri? Website { get; init; }

    /// <summary>
    /// As Discord asks (https://discord.com/developers/docs/reference#user-agent), with the website as the address or, without one, the bot's own page on Discord.
    /// </summary>
    public string UserAgent => $"DiscordBot ({Website?.AbsoluteUri ?? Profile}, {typeof(DiscordOptions).Assembly.GetName().Version!.ToString(3)})";

    private string Profile => Token is not null && DiscordToken.BotOf(Token) is { } bot
        ? $"https://discord.com/users/{Snowflake.Write(bot)}"
        : ApplicationId is { } application ? $"https://discord.com/application-directory/{Snowflake.Write(application)}" : "https://discord.com";

    /// <summary>Whether anything of Discord is to run at all.</summary>
    public bool IsConfigured => Token is not null || (Mode == DiscordMode.Http && !PublicKey.IsEmpty);
}
