using QuitteXBot.Ingestion.Fetching;

namespace QuitteXBot.Ingestion.Tests.Fetching;

public sealed class HostileServerTests
{
    public static TheoryData<string> Names => [.. HostileServers.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task FetchAsync_HostileServer_IsRefusedWithItsReason(string name)
    {
        var (reason, answer) = HostileServers.All[name];
        await using var server = new RawServer(answer);
        var resolver = new TestResolver().Add("presse.example.org", "127.0.0.1").Add("intern.example.org", "10.0.0.1");
        var fetcher = new PageFetcher(HostileServers.Options(reason) with { AllowedEndPoints = [server.EndPoint] }, resolver, TimeProvider.System);

        var fetch = await fetcher.FetchAsync($"http://presse.example.org:{server.EndPoint.Port}/a", CancellationToken.None);

        Assert.Equal(reason, fetch.Refusal?.Reason);
        Assert.NotEmpty(server.Requests);
        Assert.True(server.Requests.Count <= 6);
    }
}
