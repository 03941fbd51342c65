using System.Security.Cryptography;
using Connector.Cli;

namespace Connector.Demo;

/// <summary>A whole sidecar in this process, with a key and a data directory that live as long as it does.</summary>
internal sealed class DemoSidecar : IAsyncDisposable
{
    public const int CreatesAMinute = 30;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("connector-demo-");
    private readonly string _key = "pck_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    private readonly WebApplication _app;

    public DemoSidecar(Func<string[], WebApplication> build) => _app = build(
    [
        "--urls=http://127.0.0.1:0",
        $"--Connector:DataDirectory={_data.FullName}",
        $"--Connector:BootstrapApiKey={_key}",
        // So low that a dozen pins reach the limit, wait, and say how long.
        $"--Connector:Pacing:OrgWrite={CreatesAMinute}",
        $"--Connector:Simulator:OrgWritePerMinute={CreatesAMinute}",
        "--Logging:LogLevel:Default=None",
        "--Logging:LogLevel:Microsoft.AspNetCore=None",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None",
    ]);

    public Uri Address => new(_app.Urls.First());

    /// <summary>Ends with Ctrl-C or SIGTERM, which the host turns into an orderly stop.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    public Task StartAsync() => _app.LaunchAsync();

    public HttpClient CreateClient()
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", _key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
