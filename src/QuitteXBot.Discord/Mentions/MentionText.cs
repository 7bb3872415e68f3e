using System.Globalization;

namespace QuitteXBot.Discord.Mentions;

/// <summary>Finds the question in a message that mentions the bot.</summary>
internal static class MentionText
{
    /// <summary>The text without the mentions of the bot; null where it is not mentioned in so many words (a reply's ping, say).</summary>
    public static string? QuestionIn(string content, ulong bot)
    {
        var id = bot.ToString(CultureInfo.InvariantCulture);
        var without = content.Replace($"<@{id}>", " ", StringComparison.Ordinal).Replace($"<@!{id}>", " ", StringComparison.Ordinal);
        return without.Length == content.Length ? null : without.Trim().TrimStart(',', ':').Trim();
    }
}
