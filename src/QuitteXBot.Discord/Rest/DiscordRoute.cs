namespace QuitteXBot.Discord.Rest;

/// <summary>
/// What a call's rate limit is counted by: the method and the path with ids taken out, and apart from it the top-level resource
/// (channel, guild or webhook). https://discord.com/developers/docs/topics/rate-limits
/// </summary>
/// <param name="Template"><c>POST channels/:id/messages</c>.</param>
/// <param name="Major">The top-level resource's id, or empty.</param>
/// <param name="IsInteraction">Answers to interactions: not bound to the global limit, and carrying their own token.</param>
internal readonly record struct DiscordRoute(string Template, string Major, bool IsInteraction)
{
    public static DiscordRoute Of(HttpMethod method, string path)
    {
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var parts = (query < 0 ? path : path[..query]).Split('/');
        var isWebhook = parts.Length >= 3 && parts[0] == "webhooks";
        if (parts[0] == "interactions" || isWebhook)
            return new(method.Method + " " + parts[0], "", IsInteraction: true);
        var major = parts.Length > 1 && parts[0] is "channels" or "guilds" ? parts[1] : "";
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Length > 0 && parts[i].All(char.IsAsciiDigit))
                parts[i] = ":id";
        }

        return new(method.Method + " " + string.Join('/', parts), major, IsInteraction: false);
    }
}
