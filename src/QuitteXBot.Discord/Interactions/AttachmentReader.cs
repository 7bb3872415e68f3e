using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Configuration;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Fetches the files that users attach from where Discord keeps them, and from nowhere else. What is in them is for the command to judge.</summary>
internal sealed class AttachmentReader(HttpMessageInvoker http, DiscordOptions options, TimeProvider time) : IDisposable
{
    /// <summary>Bytes.</summary>
    public const int Longest = 2 * 1_024 * 1_024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>The file, or whether it is too long; neither where it cannot be read.</returns>
    public async Task<(Enclosure? Enclosure, bool IsTooLong)> ReadAsync(SentFile file, CancellationToken cancellationToken)
    {
        if (file.Size > Longest)
            return (null, true);
        if (!Uri.TryCreate(file.Url, UriKind.Absolute, out var address) || !IsDiscords(address))
            return default;
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                return default;
            if (response.Content.Headers.ContentLength > Longest)
                return (null, true);
            var stream = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
                return await ReadAsync(file.Name, stream, either.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return default;
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<(Enclosure? Enclosure, bool IsTooLong)> ReadAsync(string name, Stream stream, CancellationToken cancellationToken)
    {
        // The length that was announced may be wrong, or missing.
        var content = new byte[Longest + 1];
        var length = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return length > Longest ? (null, true) : (new Enclosure(name, content.AsMemory(0, length)), false);
    }

    /// <summary>Discord's own hosts; with another API, that one's, for tests.</summary>
    private bool IsDiscords(Uri address) =>
        address is { Scheme: "https", IsDefaultPort: true, UserInfo: "", Host: "cdn.discordapp.com" or "media.discordapp.net" }
        || (options.ApiBaseUrl.Host != "discord.com" && address.Scheme == options.ApiBaseUrl.Scheme && address.Authority == options.ApiBaseUrl.Authority);
}
