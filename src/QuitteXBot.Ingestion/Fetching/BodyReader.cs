using System.IO.Compression;
using QuitteXBot.Core.Fetching;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>An answer's bytes, decompressed, within the limits. Decompressed here and not by the HTTP client, which would unpack a bomb whole.</summary>
internal sealed class BodyReader(FetchOptions options, Patience patience)
{
    private const int Step = 16 << 10;

    public async Task<(byte[] Bytes, FetchRefusal? Refusal)> ReadAsync(HttpResponseMessage response, string url)
    {
        if (response.Content.Headers.ContentLength > options.LargestBytes)
            return ([], TooLarge(url));
        var body = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        var sent = await ReadAsync(body).ConfigureAwait(false);
        if (sent is null)
            return ([], TooLarge(url));
        string[] codings = [.. response.Content.Headers.ContentEncoding.Select(coding => coding.ToLowerInvariant()).Where(coding => coding != "identity")];
        if (codings is [])
            return (sent, null);
        if (codings is not [var only] || Unpack(only, sent) is not { } unpacking)
            return ([], new FetchRefusal(FetchRefusalReason.Compression, $"The page is compressed as '{string.Join(", ", codings)}', which was not asked for.", url));
        try
        {
            await using (unpacking.ConfigureAwait(false))
                return await ReadAsync(unpacking).ConfigureAwait(false) is { } bytes ? (bytes, null) : ([], TooLarge(url));
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return ([], new FetchRefusal(FetchRefusalReason.Compression, "The page cannot be decompressed: it is damaged or cut short.", url));
        }
    }

    private static Stream? Unpack(string coding, byte[] sent)
    {
        var packed = new MemoryStream(sent, writable: false);
        return coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
    }

    /// <summary>Null where there is more than allowed.</summary>
    private async Task<byte[]?> ReadAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[Step];
        while (true)
        {
            patience.Renew();
            var read = await stream.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
            if (read == 0)
                return bytes.ToArray();
            if (bytes.Length + read > options.LargestBytes)
                return null;
            bytes.Write(buffer, 0, read);
        }
    }

    private FetchRefusal TooLarge(string url) => new(FetchRefusalReason.TooLarge, $"The page has more than {options.LargestBytes} bytes.", url);
}
