using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Fetching;
using QuitteXBot.Ingestion.Fetching;
using QuitteXBot.Testing;

namespace QuitteXBot.Ingestion.Tests.Fetching;

public sealed class PageFetcherTests
{
    private const string Host = "presse.example.org";

    private static readonly byte[] Article = Encoding.UTF8.GetBytes(
        """
        <html lang="fr"><head><title>La ville part</title><meta property="og:site_name" content="Le Canard local">
        <meta property="article:published_time" content="2025-01-21T08:00:00+01:00"></head>
        <body><h1>La ville part</h1><p>« Nous&nbsp;partons », dit l’élue.</p></body></html>
        """);

    [Fact]
    public async Task FetchAsync_Page_GivesItsWordsAndFacts()
    {
        await using var server = RawServer.Of("HTTP/1.1 200 OK\nContent-Type: text/HTML; charset=utf-8", Article);
        var time = new ManualTimeProvider();

        var fetch = await Fetcher(server, time: time).FetchAsync(Url(server, "/a?b=c#d"), CancellationToken.None);

        Assert.True(fetch.IsSuccess, fetch.Refusal?.Message);
        Assert.Equal((Url(server, "/a?b=c#d"), "text/html", time.GetUtcNow()), (fetch.Page.Url, fetch.Page.ContentType, fetch.Page.Retrieved));
        Assert.Equal(Encoding.UTF8.GetString(Article), fetch.Page.Content);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Article)), fetch.Page.Sha256);
        Assert.Equal("La ville part\n\n« Nous\u00a0partons », dit l’élue.", fetch.Page.Draft.Text);
        Assert.Equal(("La ville part", "Le Canard local", PartialDate.OfDay(new DateOnly(2025, 1, 21))), (fetch.Page.Draft.Title, fetch.Page.Draft.Outlet, fetch.Page.Draft.Published));
        Assert.StartsWith("GET /a?b=c HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task FetchAsync_CompressedPage_IsTheSame(string coding)
    {
        var body = coding switch { "gzip" => HostileServers.Gzip(Article), "deflate" => HostileServers.Deflate(Article), "br" => HostileServers.Brotli(Article), _ => Article };
        await using var server = RawServer.Of($"HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nContent-Encoding: {coding}\nContent-Length: {body.Length}", body);

        var fetch = await Fetcher(server).FetchAsync(Url(server), CancellationToken.None);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Article)), fetch.Page?.Sha256);
    }

    [Theory]
    [InlineData("text/html; charset=iso-8859-15", "<p>\u00bd</p>", "œ")]
    [InlineData("text/html", "<meta charset='iso-8859-15'><p>\u00bd</p>", "œ")]
    [InlineData("text/html", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'><p>\u009c</p>", "œ")]
    [InlineData("text/html", "<p>\u00e9</p>", "é")]
    [InlineData("text/html; charset=latin1", "<meta charset='utf-8'><p>\u00c3\u00a9</p>", "Ã©")]
    [InlineData("text/plain; charset=\"UTF-8\"", "\u00c3\u00a9\r\n<p>", "é\n<p>")]
    [InlineData("text/plain; charset=iso-8859-1", "\u00ef\u00bb\u00bf\u00c3\u00a9", "é")]
    [InlineData("text/markdown", "# Un *mot*", "Un mot")]
    [InlineData("application/xhtml+xml", "<?xml version='1.0' encoding='iso-8859-15'?><html><body><p>\u00bd</p></body></html>", "œ")]
    public async Task FetchAsync_Encodings_GiveTheWords(string type, string bytes, string words)
    {
        await using var server = RawServer.Of($"HTTP/1.1 200 OK\nContent-Type: {type}", Encoding.Latin1.GetBytes(bytes));

        var fetch = await Fetcher(server).FetchAsync(Url(server), CancellationToken.None);

        Assert.Equal(words, fetch.Page?.Draft.Text);
    }

    [Fact]
    public async Task FetchAsync_Redirects_AreFollowedAndTheLastAddressKept()
    {
        await using var server = new RawServer((stream, request, end) => request.Split(' ')[1] switch
        {
            "/a" => HostileServers.Redirect("b/c")(stream, request, end),
            "/b/c" => HostileServers.Redirect("/é")(stream, request, end),
            _ => RawServer.SendAsync(stream, "HTTP/1.1 200 OK\nSet-Cookie: a=b\nContent-Type: text/plain", "Nous partons."u8.ToArray(), end),
        });

        var fetch = await Fetcher(server).FetchAsync(Url(server), CancellationToken.None);

        Assert.Equal(Url(server, "/%C3%A9"), fetch.Page?.Url);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task FetchAsync_Request_CarriesNothingOfItsOwn()
    {
        await using var server = new RawServer((stream, request, end) => request.StartsWith("GET /a ", StringComparison.Ordinal)
            ? RawServer.SendAsync(stream, "HTTP/1.1 302 Found\nSet-Cookie: session=1\nLocation: /b\nContent-Length: 0", [], end)
            : RawServer.SendAsync(stream, "HTTP/1.1 200 OK\nContent-Type: text/plain", "Nous partons."u8.ToArray(), end));

        await Fetcher(server).FetchAsync(Url(server), CancellationToken.None);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request =>
        {
            var fields = request.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(':')[0]);
            Assert.Equal(["Accept", "Accept-Encoding", "Accept-Language", "Connection", "Host", "User-Agent"], fields.Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task FetchAsync_NameThatChangesAfterTheCheck_IsConnectedAsChecked()
    {
        await using var server = RawServer.Of("HTTP/1.1 200 OK\nContent-Type: text/plain", "Nous partons."u8.ToArray());
        var resolver = new TestResolver().Add(Host, "127.0.0.1", "10.0.0.1");

        var fetch = await Fetcher(server, resolver).FetchAsync(Url(server), CancellationToken.None);

        Assert.True(fetch.IsSuccess, fetch.Refusal?.Message);
        Assert.Single(resolver.Asked);
    }

    [Fact]
    public async Task FetchAsync_NameThatChangesBetweenHops_IsCheckedAnew()
    {
        await using var server = new RawServer(HostileServers.Redirect("/b"));
        var resolver = new TestResolver().Add(Host, "127.0.0.1", "10.0.0.1");

        var fetch = await Fetcher(server, resolver).FetchAsync(Url(server), CancellationToken.None);

        Assert.Equal(FetchRefusalReason.ForbiddenAddress, fetch.Refusal?.Reason);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task FetchAsync_AllowedEndPoint_AllowsNoOtherPortOfIt()
    {
        await using var allowed = RawServer.Of("HTTP/1.1 200 OK\nContent-Type: text/plain", "Nous partons."u8.ToArray());

        var fetch = await Fetcher(allowed).FetchAsync("http://127.0.0.1/", CancellationToken.None);

        Assert.Equal(FetchRefusalReason.ForbiddenAddress, fetch.Refusal?.Reason);
    }

    [Fact]
    public async Task FetchAsync_FirstAddressDead_TriesTheNext()
    {
        await using var server = RawServer.Of("HTTP/1.1 200 OK\nContent-Type: text/plain", "Nous partons."u8.ToArray());
        var dead = new IPEndPoint(IPAddress.Parse("127.0.0.2"), server.EndPoint.Port);
        var resolver = new TestResolver().Add(Host, "127.0.0.2 127.0.0.1");
        var fetcher = new PageFetcher(new FetchOptions { AllowHttp = true, AllowedEndPoints = [server.EndPoint, dead] }, resolver, TimeProvider.System);

        var fetch = await fetcher.FetchAsync(Url(server), CancellationToken.None);

        Assert.True(fetch.IsSuccess, fetch.Refusal?.Message);
    }

    [Fact]
    public async Task FetchAsync_NobodyListens_IsUnreachable()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endPoint = (IPEndPoint)listener.LocalEndpoint;
        listener.Stop();
        var fetcher = new PageFetcher(new FetchOptions { AllowHttp = true, AllowedEndPoints = [endPoint] }, new TestResolver(), TimeProvider.System);

        var fetch = await fetcher.FetchAsync($"http://{endPoint}/", CancellationToken.None);

        Assert.Equal(FetchRefusalReason.Unreachable, fetch.Refusal?.Reason);
    }

    [Theory]
    [InlineData(Host, true, null)]
    [InlineData("autre.example.org", true, FetchRefusalReason.Certificate)]
    [InlineData(Host, false, FetchRefusalReason.Certificate)]
    public async Task FetchAsync_Https_ChecksTheCertificate(string host, bool trusted, FetchRefusalReason? reason)
    {
        using var certificate = Certificate(host);
        await using var server = new RawServer(
            (stream, _, end) => RawServer.SendAsync(stream, "HTTP/1.1 200 OK\nContent-Type: text/plain", "Nous partons."u8.ToArray(), end),
            async stream =>
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(certificate);
                return secure;
            });
        var options = new FetchOptions { AllowedEndPoints = [server.EndPoint], TrustedRoots = trusted ? [certificate] : null };
        var fetcher = new PageFetcher(options, new TestResolver().Add(Host, "127.0.0.1"), TimeProvider.System);

        var fetch = await fetcher.FetchAsync($"https://{Host}:{server.EndPoint.Port}/a", CancellationToken.None);

        Assert.Equal(reason, fetch.Refusal?.Reason);
    }

    [Fact]
    public async Task FetchAsync_HttpsRedirectsToHttp_IsRefused()
    {
        using var certificate = Certificate(Host);
        await using var server = new RawServer(HostileServers.Redirect($"http://{Host}/a"), async stream =>
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(certificate);
            return secure;
        });
        var options = new FetchOptions { AllowedEndPoints = [server.EndPoint], TrustedRoots = [certificate] };

        var fetch = await new PageFetcher(options, new TestResolver().Add(Host, "127.0.0.1"), TimeProvider.System)
            .FetchAsync($"https://{Host}:{server.EndPoint.Port}/a", CancellationToken.None);

        Assert.Equal(FetchRefusalReason.Scheme, fetch.Refusal?.Reason);
    }

    [Fact]
    public async Task FetchAsync_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async (_, _, end) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, end);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fetcher(server).FetchAsync(Url(server), cancellation.Token));
    }

    private static string Url(RawServer server, string path = "/a") => $"http://{Host}:{server.EndPoint.Port}{path}";

    private static PageFetcher Fetcher(RawServer server, TestResolver? resolver = null, TimeProvider? time = null) => new(
        new FetchOptions { AllowHttp = true, AllowedEndPoints = [server.EndPoint] }, resolver ?? new TestResolver().Add(Host, "127.0.0.1"), time ?? TimeProvider.System);

    private static X509Certificate2 Certificate(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
