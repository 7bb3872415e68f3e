using System.Buffers.Text;
using System.Text;

namespace QuitteXBot.Discord.Configuration;

/// <summary>The shape of a bot token: the bot's user id in Base64, a timestamp and a signature, with dots between.</summary>
internal static class DiscordToken
{
    private const int LongestToken = 200;

    public static bool IsWellFormed(string token)
    {
        if (token.Length > LongestToken)
            return false;
        var parts = token.Split('.');
        return parts.Length == 3
            && parts.All(part => part.Length > 0 && part.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_'))
            && UserIdOf(parts[0]) is not null;
    }

    /// <summary>The bot's user id, which is the first part of a well-formed token.</summary>
    public static ulong? BotOf(string token) => UserIdOf(token.Split('.')[0]);

    private static ulong? UserIdOf(string part)
    {
        if (!Base64Url.IsValid(part.AsSpan()))
            return null;
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(part.AsSpan()));
        return ulong.TryParse(text, out var id) ? id : null;
    }
}
