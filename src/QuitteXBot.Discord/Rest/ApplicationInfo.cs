using System.Text.Json;
using QuitteXBot.Discord.Interactions;

namespace QuitteXBot.Discord.Rest;

/// <summary>The application that the token belongs to: <c>GET /applications/@me</c>.</summary>
internal sealed record ApplicationInfo(ulong Id, string Name, string? PublicKey, ulong? BotId, string? InteractionsUrl, bool IsPublic)
{
    public static async Task<(ApplicationInfo? Info, RestFailure? Failure)> FetchAsync(IDiscordRest rest, CancellationToken cancellationToken)
    {
        var answer = await rest.SendAsync(new DiscordRequest { Method = HttpMethod.Get, Path = "applications/@me", Repeatable = true }, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
            return (null, answer.Failure);
        return Parse(answer.Body) is { } info ? (info, null) : (null, new RestFailure(RestFailureKind.Refused, 200, 0, "the answer of /applications/@me cannot be read"));
    }

    private static ApplicationInfo? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || InteractionParser.Id(root, "id") is not { } id)
                return null;
            var bot = InteractionParser.Object(root, "bot");
            return new(
                id,
                InteractionParser.Text(root, "name") ?? "",
                InteractionParser.Text(root, "verify_key"),
                bot is { } user ? InteractionParser.Id(user, "id") : null,
                InteractionParser.Text(root, "interactions_endpoint_url"),
                root.TryGetProperty("bot_public", out var open) && open.ValueKind == JsonValueKind.True);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
