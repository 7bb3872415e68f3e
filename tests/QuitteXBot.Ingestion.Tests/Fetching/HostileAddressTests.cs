using QuitteXBot.Core.Fetching;
using QuitteXBot.Ingestion.Fetching;

namespace QuitteXBot.Ingestion.Tests.Fetching;

/// <summary>Addresses that must never be connected to, each refused with its reason.</summary>
public sealed class HostileAddressTests
{
    [Theory]
    [InlineData("", FetchRefusalReason.InvalidAddress)]
    [InlineData("presse.example.org/a", FetchRefusalReason.InvalidAddress)]
    [InlineData("//presse.example.org/a", FetchRefusalReason.InvalidAddress)]
    [InlineData("/etc/passwd", FetchRefusalReason.InvalidAddress)]
    [InlineData("https:presse.example.org", FetchRefusalReason.InvalidAddress)]
    [InlineData("https:///presse.example.org", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://?q=presse.example.org", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://presse.example.org\\@10.0.0.1/", FetchRefusalReason.InvalidAddress)]
    [InlineData("https:\\\\10.0.0.1/", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://presse.example.org/a b", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://presse.example.org/\r\nHost: localhost", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://presse.example.org/\u202egpj.exe", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://presse.exam\u200bple.org/", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://[::1/", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://presse..example.org/", FetchRefusalReason.InvalidAddress)]
    [InlineData("https://presse.example.org:99999/", FetchRefusalReason.InvalidAddress)]
    [InlineData("file:///etc/passwd", FetchRefusalReason.Scheme)]
    [InlineData("FILE://localhost/etc/passwd", FetchRefusalReason.Scheme)]
    [InlineData("data:text/html,<p>Bonjour</p>", FetchRefusalReason.Scheme)]
    [InlineData("javascript:alert(1)", FetchRefusalReason.Scheme)]
    [InlineData("ftp://presse.example.org/a", FetchRefusalReason.Scheme)]
    [InlineData("gopher://presse.example.org:70/_GET", FetchRefusalReason.Scheme)]
    [InlineData("ws://presse.example.org/", FetchRefusalReason.Scheme)]
    [InlineData("view-source:https://presse.example.org/", FetchRefusalReason.Scheme)]
    [InlineData("jar:https://presse.example.org/a.jar!/", FetchRefusalReason.Scheme)]
    [InlineData("http://presse.example.org/", FetchRefusalReason.Scheme)]
    [InlineData("http://127.0.0.1/", FetchRefusalReason.Scheme)]
    [InlineData("https://user@presse.example.org/", FetchRefusalReason.UserInfo)]
    [InlineData("https://presse.example.org:443@10.0.0.1/", FetchRefusalReason.UserInfo)]
    [InlineData("https://presse.example.org%2f@10.0.0.1/", FetchRefusalReason.UserInfo)]
    [InlineData("https://presse.example.org:22/", FetchRefusalReason.Port)]
    [InlineData("https://presse.example.org:80/", FetchRefusalReason.Port)]
    [InlineData("https://presse.example.org:6379/", FetchRefusalReason.Port)]
    [InlineData("https://127.0.0.1:8443/", FetchRefusalReason.Port)]
    [InlineData("https://%31%32%37.0.0.1/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://presse%2eexample.org/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://[fe80::1%25eth0]/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://lem\u043ende.fr/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://\u0430\u0440\u0440\u04cf\u0435.com/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://xn--80ak6aa92e.com/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://xn--lemnde-yqf.fr/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://xn--0.fr/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://\uff11\uff12\uff17.0.0.1/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://127\u30020\u30020\u30021/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3/", FetchRefusalReason.DeceptiveHost)]
    [InlineData("https://localhost/", FetchRefusalReason.LocalHost)]
    [InlineData("https://localhost./", FetchRefusalReason.LocalHost)]
    [InlineData("https://LOCALHOST/", FetchRefusalReason.LocalHost)]
    [InlineData("https://a.localhost/", FetchRefusalReason.LocalHost)]
    [InlineData("https://printer/", FetchRefusalReason.LocalHost)]
    [InlineData("https://nas.local/", FetchRefusalReason.LocalHost)]
    [InlineData("https://box.home.arpa/", FetchRefusalReason.LocalHost)]
    [InlineData("https://metadata.google.internal/", FetchRefusalReason.LocalHost)]
    [InlineData("https://expyuzz4wqqyqhjn.onion/", FetchRefusalReason.LocalHost)]
    [InlineData("https://127.0.0.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://127.0.0.1./", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://2130706433/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://0x7f000001/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://0x7f.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://0X7F.0.0.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://017700000001/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://0177.0.0.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://127.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://127.0.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://0/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://0.0.0.0/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://10.1.2.3/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://172.16.0.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://172.31.255.254/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://192.168.1.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://169.254.169.254/latest/meta-data/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://0xA9FEA9FE/latest/meta-data/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://2852039166/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://100.100.100.200/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://168.63.129.16/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://192.0.0.192/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://192.0.2.7/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://198.18.0.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://198.51.100.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://203.0.113.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://224.0.0.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://240.0.0.1/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://255.255.255.255/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[::]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[::1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[0:0:0:0:0:0:0:1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[::ffff:127.0.0.1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[::ffff:7f00:1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[::ffff:8.8.8.8]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[::127.0.0.1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[64:ff9b::7f00:1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[64:ff9b:1::a00:1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[2002:7f00:1::]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[2001:0:7f00:1::]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[2001:db8::1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[3fff::1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[2001:2::1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[fe80::1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[fec0::1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[fd00:ec2::254]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[ff02::1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[100::1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://[4000::1]/", FetchRefusalReason.ForbiddenAddress)]
    [InlineData("https://nobody.example.org/", FetchRefusalReason.UnknownHost)]
    public async Task FetchAsync_HostileAddress_IsRefusedWithItsReason(string address, FetchRefusalReason reason)
    {
        var resolver = new TestResolver();

        var fetch = await new PageFetcher(new FetchOptions(), resolver, TimeProvider.System).FetchAsync(address, CancellationToken.None);

        Assert.Equal(reason, fetch.Refusal?.Reason);
        Assert.NotEmpty(fetch.Refusal!.Message);
        Assert.Equal(reason == FetchRefusalReason.UnknownHost ? ["nobody.example.org"] : [], resolver.Asked);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:192.168.0.1")]
    [InlineData("fd00::1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("9.9.9.9 10.0.0.1")]
    [InlineData("2606:4700::1 fe80::1")]
    public async Task FetchAsync_NameOfForbiddenAddress_IsRefused(string addresses)
    {
        var resolver = new TestResolver().Add("presse.example.org", addresses);

        var fetch = await new PageFetcher(new FetchOptions(), resolver, TimeProvider.System).FetchAsync("https://presse.example.org/a", CancellationToken.None);

        Assert.Equal(FetchRefusalReason.ForbiddenAddress, fetch.Refusal?.Reason);
        Assert.Contains(addresses.Split(' ')[^1], fetch.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_VeryLongAddress_IsRefusedWithoutRepeatingIt()
    {
        var address = "https://presse.example.org/" + new string('a', 100_000);

        var fetch = await new PageFetcher(new FetchOptions(), new TestResolver(), TimeProvider.System).FetchAsync(address, CancellationToken.None);

        Assert.Equal(FetchRefusalReason.InvalidAddress, fetch.Refusal?.Reason);
        Assert.True(fetch.Refusal!.Url.Length <= 2_000);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("2a00:1450:4007::1")]
    [InlineData("2606:4700::1111")]
    public void WhyForbidden_PublicAddress_IsNot(string address) => Assert.Null(AddressRanges.WhyForbidden(System.Net.IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://www.sciencespo-rennes.fr/a?b=c#d", "www.sciencespo-rennes.fr")]
    [InlineData("https://Évreux.example.org./", "xn--vreux-9ra.example.org")]
    [InlineData("https://example.org:443/", "example.org")]
    [InlineData(" https://8.8.8.8/\n", "8.8.8.8")]
    public void TryRead_PublicAddress_GivesItsHost(string address, string host)
    {
        Assert.True(PageAddress.TryRead(address, new FetchOptions(), out var page, out _));
        Assert.Equal(host, page.Host);
    }
}
