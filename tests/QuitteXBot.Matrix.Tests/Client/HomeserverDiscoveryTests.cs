using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Client;

public sealed class HomeserverDiscoveryTests
{
    [Theory]
    [InlineData("example.org", "https://matrix.example.org/")]
    [InlineData("https://example.org", "https://matrix.example.org/")]
    [InlineData("https://matrix.example.org", "https://matrix.example.org/")]
    [InlineData("plain.example.org", "https://plain.example.org/")]
    public async Task Find_NameOrAddress_IsTheHomeserver(string named, string expected)
    {
        var transport = new MatrixTransport(MatrixHttp.Over(new Web()), TimeProvider.System, NullLogger<MatrixTransport>.Instance);

        var versions = await new HomeserverDiscovery(transport, TimeProvider.System).FindAsync(named, Patience.Once, default);

        Assert.True(versions.IsSuccess, versions.Error?.ToString());
        Assert.Equal(expected, transport.Address.ToString());
    }

    private sealed class Web : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            request.RequestUri!.ToString() switch
            {
                "https://example.org/.well-known/matrix/client" => FakeHomeserver.Json(HttpStatusCode.OK, """{"m.homeserver":{"base_url":"https://matrix.example.org/"}}"""),
                "https://matrix.example.org/_matrix/client/versions" or "https://plain.example.org/_matrix/client/versions" =>
                    FakeHomeserver.Json(HttpStatusCode.OK, """{"versions":["v1.11"]}"""),
                _ => new HttpResponseMessage(HttpStatusCode.NotFound),
            });
    }
}
