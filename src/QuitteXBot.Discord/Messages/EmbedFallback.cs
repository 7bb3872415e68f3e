using System.Text.Json;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Messages;

/// <summary>A message, unlike an interaction, does not say whether the bot may embed there: where the embeds were refused or dropped, the plain text goes.</summary>
internal static class EmbedFallback
{
    /// <param name="plain">The same without embeds.</param>
    /// <param name="send">Sends it, or edits what was sent.</param>
    /// <param name="edit">Edits the message of that id.</param>
    /// <returns>What became of it, and whether the plain text went.</returns>
    public static async Task<(RestResult Result, bool WasPlain)> SendAsync(
        OutgoingMessage message, Func<OutgoingMessage> plain, Func<OutgoingMessage, Task<RestResult>> send, Func<ulong, OutgoingMessage, Task<RestResult>> edit)
    {
        var result = await send(message).ConfigureAwait(false);
        if (message.Embeds.IsEmpty)
            return (result, false);
        if (result.Failure is { Code: DiscordErrors.MissingPermissions })
            return (await send(plain()).ConfigureAwait(false), true);
        return result.IsSuccess && SentWithoutEmbeds(result.Body) is { } sent ? (await edit(sent, plain()).ConfigureAwait(false), true) : (result, false);
    }

    /// <summary>The id of the message in Discord's answer, where it says that the message has no embeds.</summary>
    private static ulong? SentWithoutEmbeds(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var hasNone = document.RootElement.TryGetProperty("embeds", out var embeds) && embeds.ValueKind == JsonValueKind.Array && embeds.GetArrayLength() == 0;
        return hasNone ? InteractionParser.Id(document.RootElement, "id") : null;
    }
}
