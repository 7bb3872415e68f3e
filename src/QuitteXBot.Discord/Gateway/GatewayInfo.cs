using System.Text.Json;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Gateway;

/// <summary>What <c>GET /gateway/bot</c> tells: where to connect, with how many shards, and how many sessions may still be started today.</summary>
internal sealed record GatewayInfo(Uri Url, int Shards, int SessionsTotal, int SessionsRemaining, TimeSpan ResetAfter, int MaxConcurrency)
{
    public static async Task<(GatewayInfo? Info, RestFailure? Failure)> FetchAsync(IDiscordRest rest, CancellationToken cancellationToken)
    {
        var answer = await rest.SendAsync(new DiscordRequest { Method = HttpMethod.Get, Path = "gateway/bot", Repeatable = true }, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
            return (null, answer.Failure);
        return Parse(answer.Body) is { } info ? (info, null) : (null, new RestFailure(RestFailureKind.Refused, 200, 0, "the answer of /gateway/bot cannot be read"));
    }

    private static GatewayInfo? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var limit = root.GetProperty("session_start_limit");
            return new(
                new Uri(root.GetProperty("url").GetString()!),
                Math.Clamp(root.GetProperty("shards").GetInt32(), 1, 10_000),
                limit.GetProperty("total").GetInt32(),
                limit.GetProperty("remaining").GetInt32(),
                TimeSpan.FromMilliseconds(limit.GetProperty("reset_after").GetDouble()),
                limit.GetProperty("max_concurrency").GetInt32());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException or FormatException)
        {
            return null;
        }
    }
}
