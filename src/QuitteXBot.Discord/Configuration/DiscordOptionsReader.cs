using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Configuration;

/// <summary>Reads and checks the section <c>Discord</c>; reports every mistake at once, each with its key and the mend.</summary>
public static class DiscordOptionsReader
{
    /// <summary>Of the section <c>Web</c>: the address that tells Discord whose requests these are.</summary>
    internal const string WebsiteKey = "Web:PublicBaseUrl";

    private const int LongestPresence = 128;

    private static readonly string[] Keys =
    [
        "Token", "ApplicationId", "PublicKey", "Mode", "Client", "ApiBaseUrl", "GatewayUrl", "GuildIds", "Shards", "Compress", "PlainText", "Presence", "CustomIdKey", "InteractionsPath",
    ];

    /// <param name="section">The section itself, not the root.</param>
    /// <param name="website">The value of <c>Web:PublicBaseUrl</c>.</param>
    /// <returns>The options as far as they could be read, and what is wrong with them: empty when all is well.</returns>
    public static (DiscordOptions Options, ImmutableArray<Error> Errors) Read(IConfiguration section, string? website = null)
    {
        var errors = ImmutableArray.CreateBuilder<Error>();
        var defaults = new DiscordOptions();
        var options = new DiscordOptions
        {
            Token = ReadToken(section, errors),
            ApplicationId = ReadSnowflake(section, "ApplicationId", errors),
            PublicKey = ReadPublicKey(section, errors),
            Mode = ReadMode(section, errors),
            Client = ReadClient(section, errors),
            ApiBaseUrl = ReadApiBaseUrl(section, defaults.ApiBaseUrl, errors),
            GatewayUrl = ReadUrl(section, "GatewayUrl", ["wss", "ws"], errors),
            GuildIds = ReadGuildIds(section, errors),
            Shards = ReadShards(section, errors),
            Compress = ReadFlag(section, "Compress", defaults.Compress, errors),
            PlainText = ReadFlag(section, "PlainText", defaults.PlainText, errors),
            Presence = ReadPresence(section, errors),
            CustomIdKey = Text(section, "CustomIdKey"),
            InteractionsPath = ReadPath(section, defaults.InteractionsPath, errors),
            Website = ReadWebsite(website, errors),
        };
        CheckTogether(options, errors);
        foreach (var unknown in section.GetChildren().Where(child => !Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            errors.Add(new("configuration-unknown-key", $"is no key of this section; its keys are {string.Join(", ", Keys)}.", Key(unknown.Key)));
        return (options, errors.ToImmutable());
    }

    private static void CheckTogether(DiscordOptions options, ImmutableArray<Error>.Builder errors)
    {
        if (options.Mode != DiscordMode.Http)
            return;
        if (options.PublicKey.IsEmpty && errors.All(error => error.Location != Key("PublicKey")))
            errors.Add(Wrong("PublicKey", "is needed with Mode \"Http\": copy \"Public Key\" from the application's page \"General Information\""));
        if (options.Token is null && options.Client == DiscordClientKind.DiscordNet)
            errors.Add(Wrong("Token", "is needed with Client \"DiscordNet\", with Mode \"Http\" too: copy it from the application's page \"Bot\""));
        else if (options.Token is null && options.CustomIdKey is null)
            errors.Add(Wrong("CustomIdKey", "is needed with Mode \"Http\" and no Token: give any long random text, the same to every worker"));
    }

    private static string? ReadToken(IConfiguration section, ImmutableArray<Error>.Builder errors)
    {
        var token = Text(section, "Token");
        if (token is null)
            return null;
        if (token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase))
            errors.Add(Wrong("Token", "must not begin with \"Bot \": give the token alone"));
        else if (!DiscordToken.IsWellFormed(token))
            errors.Add(Wrong("Token", "is no bot token (three parts with dots between): copy it from the application's page \"Bot\", not the client secret or public key"));
        return token;
    }

    private static ImmutableArray<byte> ReadPublicKey(IConfiguration section, ImmutableArray<Error>.Builder errors)
    {
        var text = Text(section, "PublicKey");
        if (text is null)
            return [];
        if (text.Length == 64 && text.All(char.IsAsciiHexDigit))
            return [.. Convert.FromHexString(text)];
        errors.Add(Wrong("PublicKey", "must be 64 hexadecimal digits: copy \"Public Key\" from the application's page \"General Information\""));
        return [];
    }

    private static DiscordMode ReadMode(IConfiguration section, ImmutableArray<Error>.Builder errors)
    {
        switch (Text(section, "Mode")?.ToLowerInvariant())
        {
            case null or "gateway":
                return DiscordMode.Gateway;
            case "http":
                return DiscordMode.Http;
            default:
                errors.Add(Wrong("Mode", "must be \"Gateway\" or \"Http\""));
                return DiscordMode.Gateway;
        }
    }

    private static DiscordClientKind ReadClient(IConfiguration section, ImmutableArray<Error>.Builder errors)
    {
        switch (Text(section, "Client")?.ToLowerInvariant())
        {
            case null or "own":
                return DiscordClientKind.Own;
            case "discordnet":
                return DiscordClientKind.DiscordNet;
            default:
                errors.Add(Wrong("Client", "must be \"Own\" or \"DiscordNet\""));
                return DiscordClientKind.Own;
        }
    }

    private static Uri ReadApiBaseUrl(IConfiguration section, Uri fallback, ImmutableArray<Error>.Builder errors)
    {
        var url = ReadUrl(section, "ApiBaseUrl", ["https", "http"], errors);
        if (url is null)
            return fallback;
        var address = url.AbsoluteUri.TrimEnd('/');
        var last = address[(address.LastIndexOf('/') + 1)..];
        var isVersioned = last.Length > 1 && last[0] == 'v' && last.Skip(1).All(char.IsAsciiDigit);
        return new Uri(address + (isVersioned ? "/" : "/v10/"));
    }

    private static Uri? ReadUrl(IConfiguration section, string key, string[] schemes, ImmutableArray<Error>.Builder errors)
    {
        var text = Text(section, key);
        if (text is null)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && schemes.Contains(url.Scheme))
            return url;
        errors.Add(Wrong(key, $"must be an address that begins with {string.Join(" or ", schemes.Select(scheme => scheme + "://"))}"));
        return null;
    }

    private static Uri? ReadWebsite(string? text, ImmutableArray<Error>.Builder errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
            return url;
        errors.Add(new("configuration-invalid", "must be an address that begins with https:// or http://.", WebsiteKey));
        return null;
    }

    private static ImmutableArray<ulong> ReadGuildIds(IConfiguration section, ImmutableArray<Error>.Builder errors)
    {
        var child = section.GetSection("GuildIds");
        var texts = child.Value is { } list
            ? list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [.. child.GetChildren().Select(entry => entry.Value ?? "")];
        var ids = ImmutableArray.CreateBuilder<ulong>();
        foreach (var text in texts)
        {
            if (Snowflake.TryParse(text, out var id))
                ids.Add(id);
            else
                errors.Add(Wrong("GuildIds", $"has \"{text}\", which is no id: in Discord turn on developer mode, then \"Copy Server ID\""));
        }

        return [.. ids.Distinct()];
    }

    private static ulong? ReadSnowflake(IConfiguration section, string key, ImmutableArray<Error>.Builder errors)
    {
        var text = Text(section, key);
        if (text is null)
            return null;
        if (Snowflake.TryParse(text, out var id))
            return id;
        errors.Add(Wrong(key, "must be an id of 17 to 20 digits: copy it from the application's page \"General Information\""));
        return null;
    }

    private static int? ReadShards(IConfiguration section, ImmutableArray<Error>.Builder errors)
    {
        var text = Text(section, "Shards");
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1_000)
            return count;
        errors.Add(Wrong("Shards", "must be a number from 1 to 1000, or absent for what Discord recommends"));
        return null;
    }

    private static bool ReadFlag(IConfiguration section, string key, bool fallback, ImmutableArray<Error>.Builder errors)
    {
        var text = Text(section, key);
        if (text is null)
            return fallback;
        if (bool.TryParse(text, out var flag))
            return flag;
        errors.Add(Wrong(key, "must be \"true\" or \"false\""));
        return fallback;
    }

    private static string? ReadPresence(IConfiguration section, ImmutableArray<Error>.Builder errors)
    {
        var text = Text(section, "Presence");
        if (text?.Length > LongestPresence)
            errors.Add(Wrong("Presence", $"must have {LongestPresence} characters at most"));
        return text;
    }

    private static string ReadPath(IConfiguration section, string fallback, ImmutableArray<Error>.Builder errors)
    {
        var text = Text(section, "InteractionsPath");
        if (text is null)
            return fallback;
        if (text[0] != '/' || text.Any(unit => unit is '{' or '}' or '?' or '#' or '*' or ' '))
            errors.Add(Wrong("InteractionsPath", "must be a plain path that begins with \"/\""));
        return text;
    }

    private static string? Text(IConfiguration section, string key) =>
        section[key]?.Trim() is { Length: > 0 } text ? text : null;

    private static string Key(string key) => $"{DiscordOptions.Section}:{key}";

    private static Error Wrong(string key, string mend) => new("configuration-invalid", $"{mend}.", Key(key));
}
