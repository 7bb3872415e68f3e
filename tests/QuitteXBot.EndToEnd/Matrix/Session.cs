using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>The project's own client, used by a test.</summary>
internal sealed class Session : IDisposable
{
    private readonly HttpClient http;
    private readonly MatrixTransport transport;
    private readonly string folder = Directory.CreateTempSubdirectory("quittexbot-session-").FullName;

    private Session(string address)
    {
        http = MatrixHttp.Create(address);
        transport = new MatrixTransport(http, TimeProvider.System, NullLogger<MatrixTransport>.Instance) { Address = new Uri(address) };
        Api = new MatrixApi(transport);
    }

    public MatrixApi Api { get; }

    public MatrixSession Opened { get; private set; } = null!;

    public static async Task<Session> LogInAsync(string address, Account account)
    {
        var session = new Session(address);
        using var login = new MatrixLogin(session.transport, new MatrixOptions { UserId = account.UserId, Password = account.Password, DataFolder = session.folder });
        var opened = await login.OpenAsync(Patience.Endless, default);
        Assert.True(opened.IsSuccess, opened.Error?.ToString());
        session.Opened = opened.Value;
        return session;
    }

    public async Task<IReadOnlyList<string>> JoinedRoomsAsync()
    {
        var answer = await http.SendAsync(Authorised(HttpMethod.Get, "joined_rooms"));
        return [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["joined_rooms"]!.AsArray().Select(room => room!.GetValue<string>())];
    }

    /// <summary>Ends every session of the account, as its owner may.</summary>
    public async Task LogOutEverywhereAsync() => (await http.SendAsync(Authorised(HttpMethod.Post, "logout/all"))).EnsureSuccessStatusCode();

    public void Dispose()
    {
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private HttpRequestMessage Authorised(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(transport.Address, "/_matrix/client/v3/" + path));
        request.Headers.Authorization = new("Bearer", transport.AccessToken);
        return request;
    }
}
