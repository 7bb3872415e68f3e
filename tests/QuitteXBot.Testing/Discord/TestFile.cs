using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>A file that a user attached to a command.</summary>
/// <param name="Id">Its number, as the option has it.</param>
/// <param name="Url">Where it is fetched from; null: from the Discord for tests itself.</param>
/// <param name="Size">What Discord says of its length in bytes; null: the truth.</param>
public sealed record TestFile(string Id, string Name, byte[] Content, string? Url = null, int? Size = null)
{
    internal JsonObject Described(TestDiscord discord)
    {
        discord.World.KeepFile(this);
        return new JsonObject
        {
            ["id"] = Id,
            ["filename"] = Name,
            ["size"] = Size ?? Content.Length,
            ["url"] = Url ?? new Uri(discord.ApiBaseUrl, $"attachments/{Id}/{Uri.EscapeDataString(Name)}").AbsoluteUri,
            ["content_type"] = "text/plain; charset=utf-8",
        };
    }
}

/// <summary>A file that the bot sent with a message.</summary>
public sealed record SentTestFile(string Name, string ContentType, byte[] Content);
