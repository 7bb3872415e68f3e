using System.IO.Compression;
using System.Text;
using QuitteXBot.Core.Fetching;
using QuitteXBot.Ingestion.Fetching;

namespace QuitteXBot.Ingestion.Tests.Fetching;

/// <summary>Servers that do what none should, each with the reason for which it is refused.</summary>
internal static class HostileServers
{
    private const string Ok = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n";
    private static readonly byte[] Page = "<p>Nous partons.</p>"u8.ToArray();

    public static Dictionary<string, (FetchRefusalReason Reason, Func<Stream, string, CancellationToken, Task> Answer)> All { get; } = new()
    {
        ["gone 404"] = (FetchRefusalReason.Gone, Send("HTTP/1.1 404 Not Found\nContent-Type: text/html\nContent-Length: 20", Page)),
        ["gone 410"] = (FetchRefusalReason.Gone, Send("HTTP/1.1 410 Gone\nContent-Length: 0", [])),
        ["forbidden"] = (FetchRefusalReason.Status, Send("HTTP/1.1 403 Forbidden\nContent-Type: text/html\nContent-Length: 20", Page)),
        ["broken"] = (FetchRefusalReason.Status, Send("HTTP/1.1 503 Busy\nContent-Length: 0", [])),
        ["partial"] = (FetchRefusalReason.Status, Send("HTTP/1.1 206 Partial\nContent-Type: text/html\nContent-Length: 20", Page)),
        ["no content"] = (FetchRefusalReason.Status, Send("HTTP/1.1 204 No Content", [])),
        ["picture"] = (FetchRefusalReason.ContentType, Send("HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: 20", Page)),
        ["pdf"] = (FetchRefusalReason.ContentType, Send("HTTP/1.1 200 OK\nContent-Type: application/pdf\nContent-Length: 20", Page)),
        ["no type"] = (FetchRefusalReason.ContentType, Send("HTTP/1.1 200 OK\nContent-Length: 20", Page)),
        ["nonsense type"] = (FetchRefusalReason.ContentType, Send("HTTP/1.1 200 OK\nContent-Type: ;;;\nContent-Length: 20", Page)),
        ["declared huge"] = (FetchRefusalReason.TooLarge, Send(Ok + "Content-Length: 99999999999", Page)),
        ["endless"] = (FetchRefusalReason.TooLarge, EndlessAsync),
        ["endless chunks"] = (FetchRefusalReason.TooLarge, EndlessChunksAsync),
        ["gzip bomb"] = (FetchRefusalReason.TooLarge, Send(Ok + "Content-Encoding: gzip", Bomb(stream => new GZipStream(stream, CompressionLevel.Optimal)))),
        ["deflate bomb"] = (FetchRefusalReason.TooLarge, Send(Ok + "Content-Encoding: deflate", Bomb(stream => new ZLibStream(stream, CompressionLevel.Optimal)))),
        ["brotli bomb"] = (FetchRefusalReason.TooLarge, Send(Ok + "Content-Encoding: br", Bomb(stream => new BrotliStream(stream, CompressionLevel.Optimal)))),
        ["gzip in gzip"] = (FetchRefusalReason.Compression, Send(Ok + "Content-Encoding: gzip, gzip", Gzip(Gzip(Page)))),
        ["unknown compression"] = (FetchRefusalReason.Compression, Send(Ok + "Content-Encoding: zstd", Page)),
        ["no gzip at all"] = (FetchRefusalReason.Compression, Send(Ok + "Content-Encoding: gzip", Page)),
        ["gzip cut short"] = (FetchRefusalReason.Compression, Send(Ok + "Content-Encoding: gzip", Gzip(Page)[..^12])),
        ["brotli cut short"] = (FetchRefusalReason.Compression, Send(Ok + "Content-Encoding: br", Brotli(Page)[..^4])),
        ["deflate cut short"] = (FetchRefusalReason.Compression, Send(Ok + "Content-Encoding: deflate", Deflate(Page)[..^8])),
        ["shorter than declared"] = (FetchRefusalReason.Unreachable, Send(Ok + "Content-Length: 2000", Page)),
        ["chunks cut short"] = (FetchRefusalReason.Unreachable, Send(Ok + "Transfer-Encoding: chunked", "14\r\n<p>Nous partons.</p>\r\n"u8.ToArray())),
        ["chunks of nonsense"] = (FetchRefusalReason.InvalidAnswer, Send(Ok + "Transfer-Encoding: chunked", "zz\r\n<p>\r\n"u8.ToArray())),
        ["says nothing and ends"] = (FetchRefusalReason.Unreachable, (_, _, _) => Task.CompletedTask),
        ["no http"] = (FetchRefusalReason.InvalidAnswer, Send("SSH-2.0-OpenSSH_9.2", [])),
        ["http 0.9"] = (FetchRefusalReason.InvalidAnswer, Send("<p>Nous partons.</p>", [])),
        ["large header"] = (FetchRefusalReason.InvalidAnswer, Send(Ok + "X-Filler: " + new string('a', 100_000), Page)),
        ["many headers"] = (FetchRefusalReason.InvalidAnswer, HeadersAsync),
        ["interim answers without end"] = (FetchRefusalReason.TooSlow, InterimAsync),
        ["silent"] = (FetchRefusalReason.TooSlow, (_, _, end) => Task.Delay(Timeout.Infinite, end)),
        ["silent behind the header"] = (FetchRefusalReason.TooSlow, async (stream, _, end) =>
        {
            await RawServer.SendAsync(stream, Ok + "Content-Length: 20", Page[..3], end);
            await Task.Delay(Timeout.Infinite, end);
        }),
        ["drop by drop"] = (FetchRefusalReason.TooSlow, DropsAsync),
        ["header drop by drop"] = (FetchRefusalReason.TooSlow, HeaderDropsAsync),
        ["not of its encoding"] = (FetchRefusalReason.Undecodable, Send(Ok + "Content-Length: 4", [(byte)'a', 0xE9, (byte)'b', (byte)'c'])),
        ["unknown encoding"] = (FetchRefusalReason.Undecodable, Send("HTTP/1.1 200 OK\nContent-Type: text/html; charset=x-klingon", Page)),
        ["utf-7"] = (FetchRefusalReason.Undecodable, Send("HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-7", Page)),
        ["ebcdic"] = (FetchRefusalReason.Undecodable, Send("HTTP/1.1 200 OK\nContent-Type: text/html; charset=ibm037", Page)),
        ["binary"] = (FetchRefusalReason.Undecodable, Send("HTTP/1.1 200 OK\nContent-Type: text/plain", [0, 1, 2, 3])),
        ["byte without a meaning"] = (FetchRefusalReason.Undecodable, Send("HTTP/1.1 200 OK\nContent-Type: text/plain", [(byte)'a', 0x81])),
        ["no words"] = (FetchRefusalReason.Empty, Send(Ok, "<script>document.write('Bonjour')</script>"u8.ToArray())),
        ["no bytes"] = (FetchRefusalReason.Empty, Send(Ok + "Content-Length: 0", [])),
        ["redirect to nowhere"] = (FetchRefusalReason.InvalidRedirect, Send("HTTP/1.1 302 Found\nContent-Length: 0", [])),
        ["redirect to two"] = (FetchRefusalReason.InvalidRedirect, Send("HTTP/1.1 302 Found\nLocation: /a\nLocation: /b\nContent-Length: 0", [])),
        ["redirect with backslashes"] = (FetchRefusalReason.InvalidRedirect, Redirect("\\\\10.0.0.1\\a")),
        ["redirect to itself"] = (FetchRefusalReason.TooManyRedirects, Redirect("/a")),
        ["redirect in circles"] = (FetchRefusalReason.TooManyRedirects, (stream, request, end) =>
            Redirect(request.StartsWith("GET /a ", StringComparison.Ordinal) ? "/b" : "/a")(stream, request, end)),
        ["redirect to loopback"] = (FetchRefusalReason.ForbiddenAddress, Redirect("http://127.0.0.1/")),
        ["redirect to a hidden loopback"] = (FetchRefusalReason.ForbiddenAddress, Redirect("https://0x7f.1/")),
        ["redirect to metadata"] = (FetchRefusalReason.ForbiddenAddress, Redirect("http://169.254.169.254/latest/meta-data/")),
        ["redirect to private, without scheme"] = (FetchRefusalReason.ForbiddenAddress, Redirect("//10.0.0.1/")),
        ["redirect to a name of a private address"] = (FetchRefusalReason.ForbiddenAddress, Redirect("http://intern.example.org/")),
        ["redirect to another port"] = (FetchRefusalReason.Port, Redirect("http://presse.example.org:22/")),
        ["redirect to a file"] = (FetchRefusalReason.Scheme, Redirect("file:///etc/passwd")),
        ["redirect to data"] = (FetchRefusalReason.Scheme, Redirect("data:text/html,<p>Bonjour</p>")),
        ["redirect to a script"] = (FetchRefusalReason.Scheme, Redirect("javascript:alert(1)")),
        ["redirect with a user"] = (FetchRefusalReason.UserInfo, Redirect("http://a:b@presse.example.org/")),
        ["redirect to localhost"] = (FetchRefusalReason.LocalHost, Redirect("http://localhost/")),
        ["redirect to a look-alike"] = (FetchRefusalReason.DeceptiveHost, Redirect("https://lem\u043ende.fr/")),
    };

    /// <summary>Wide limits, so that a loaded machine is not taken for a slow server; narrow ones where slowness is what is tested.</summary>
    public static FetchOptions Options(FetchRefusalReason reason) => reason == FetchRefusalReason.TooSlow
        ? new() { AllowHttp = true, IdleTime = TimeSpan.FromMilliseconds(300), TotalTime = TimeSpan.FromSeconds(1) }
        : new() { AllowHttp = true, LargestBytes = 300_000 };

    public static byte[] Gzip(byte[] bytes) => Packed(stream => new GZipStream(stream, CompressionLevel.Fastest), bytes, 1);

    public static byte[] Brotli(byte[] bytes) => Packed(stream => new BrotliStream(stream, CompressionLevel.Fastest), bytes, 1);

    public static byte[] Deflate(byte[] bytes) => Packed(stream => new ZLibStream(stream, CompressionLevel.Fastest), bytes, 1);

    public static Func<Stream, string, CancellationToken, Task> Send(string header, byte[] body) =>
        (stream, _, end) => RawServer.SendAsync(stream, header.TrimEnd(), body, end);

    public static Func<Stream, string, CancellationToken, Task> Redirect(string location) =>
        Send($"HTTP/1.1 302 Found\nLocation: {location}\nContent-Length: 0", []);

    /// <summary>100 MB of spaces, in some 100 kB.</summary>
    private static byte[] Bomb(Func<Stream, Stream> pack) => Packed(pack, Encoding.ASCII.GetBytes(new string(' ', 1_000_000)), 100);

    private static byte[] Packed(Func<Stream, Stream> pack, byte[] bytes, int times)
    {
        using var packed = new MemoryStream();
        using (var packing = pack(packed))
        {
            for (var i = 0; i < times; i++)
                packing.Write(bytes);
        }

        return packed.ToArray();
    }

    private static async Task EndlessAsync(Stream stream, string request, CancellationToken end)
    {
        await RawServer.SendAsync(stream, Ok.TrimEnd(), [], end);
        while (true)
            await stream.WriteAsync(new byte[10_000], end);
    }

    private static async Task EndlessChunksAsync(Stream stream, string request, CancellationToken end)
    {
        await RawServer.SendAsync(stream, Ok + "Transfer-Encoding: chunked", [], end);
        while (true)
            await stream.WriteAsync(Encoding.ASCII.GetBytes("3e8\r\n" + new string('a', 1000) + "\r\n"), end);
    }

    private static async Task HeadersAsync(Stream stream, string request, CancellationToken end)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), end);
        for (var i = 0; ; i++)
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-{i}: {i}\r\n"), end);
    }

    private static async Task InterimAsync(Stream stream, string request, CancellationToken end)
    {
        while (true)
        {
            await stream.WriteAsync("HTTP/1.1 102 Processing\r\n\r\n"u8.ToArray(), end);
            await Task.Delay(20, end);
        }
    }

    private static async Task DropsAsync(Stream stream, string request, CancellationToken end)
    {
        await RawServer.SendAsync(stream, Ok + "Content-Length: 100000", [], end);
        while (true)
        {
            await stream.WriteAsync("a"u8.ToArray(), end);
            await Task.Delay(20, end);
        }
    }

    private static async Task HeaderDropsAsync(Stream stream, string request, CancellationToken end)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nX: "u8.ToArray(), end);
        while (true)
        {
            await stream.WriteAsync("a"u8.ToArray(), end);
            await Task.Delay(20, end);
        }
    }
}
