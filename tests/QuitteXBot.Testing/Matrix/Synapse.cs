using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace QuitteXBot.Testing.Matrix;

/// <summary>A Synapse of its own, on a port that was free, with data that go when it does.</summary>
public sealed class Synapse : IAsyncDisposable
{
    private readonly string port;
    private readonly bool hasDefaultLimits;

    private Synapse(int port, bool hasDefaultLimits) =>
        (this.port, this.hasDefaultLimits) = (port.ToString(CultureInfo.InvariantCulture), hasDefaultLimits);

    /// <summary>The folder in which <c>tests/synapse/synapse.sh</c> installs Synapse; without it nothing can be tested against one.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("QUITTEXBOT_SYNAPSE");

    public string Address => $"http://127.0.0.1:{port}";

    /// <param name="hasDefaultLimits">Whether messages are limited as Synapse does by default; otherwise they are not.</param>
    public static async Task<Synapse> StartAsync(bool hasDefaultLimits = false)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var synapse = new Synapse(port, hasDefaultLimits);
        await synapse.StartAgainAsync();
        return synapse;
    }

    public Task StartAgainAsync() => RunAsync("start");

    public Task StopAsync() => RunAsync("stop");

    public async Task<Account> AddUserAsync(string name)
    {
        await RunAsync("user", name, "password-of-" + name);
        return new Account($"@{name}:localhost", "password-of-" + name);
    }

    public async ValueTask DisposeAsync() => await RunAsync("wipe");

    private async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "tests", "synapse", "synapse.sh"), [Folder!, port, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (hasDefaultLimits)
            start.Environment["SYNAPSE_LIMITS"] = "default";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(10));
        Assert.True(process.ExitCode == 0, $"synapse.sh {string.Join(' ', arguments)}: {await output}{await errors}");
    }
}

/// <summary>An account at a homeserver.</summary>
public sealed record Account(string UserId, string Password);
