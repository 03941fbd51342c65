using System.Net.Http.Headers;
using Alba;
using Connector.Pinterest;
using Connector.Replicas;
using Connector.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Support;

/// <summary>
/// The whole sidecar in this process, with a data directory of its own. Requests reach it in memory, through Alba;
/// it reaches its simulator over a loopback port.
/// </summary>
public partial class SidecarApp : IAsyncDisposable
{
    public const string BootstrapKey = "bootstrap-key-for-tests-0123456789abcdef";

    private readonly SidecarSetup _setup;
    private readonly IHost _host;
    private readonly Func<HttpClient> _connect;

    private protected SidecarApp(SidecarSetup setup, IHost host, Func<HttpClient> connect)
    {
        (_setup, _host, _connect) = (setup, host, connect);
        Admin = As(BootstrapKey);
    }

    public string DataDirectory => _setup.DataDirectory;

    /// <summary>The clock of everything in it, when the test brought one.</summary>
    public ManualClock? Clock => _setup.Clock;

    /// <summary>What it logged; nothing unless the test sets <c>Logging:LogLevel:Default</c>.</summary>
    public LogBook Logs => _setup.Logs;

    /// <summary>A client with an admin key of the default workspace.</summary>
    public HttpClient Admin { get; }

    public IServiceProvider Services => _host.Services;

    /// <param name="clock">Virtual time; real time without it.</param>
    /// <param name="dataDirectory">A directory that stays; without it, one that goes with the sidecar.</param>
    /// <param name="settings">Settings as <c>Connector:Section:Name=value</c>.</param>
    public static async Task<SidecarApp> StartAsync(ManualClock? clock = null, string? dataDirectory = null, params string[] settings)
    {
        var setup = new SidecarSetup(clock, dataDirectory);
        var host = await AlbaSidecar.StartAsync(setup.Builder(settings));
        // With others it may have no account; alone it has the first one in a moment.
        if (setup.IsAlone && host.Services.GetService<AccountLeases>() is { } leases)
            await Eventually.TrueAsync(() => leases.Held.Count > 0);
        return new SidecarApp(setup, host, host.Server.CreateClient);
    }

    /// <summary>One request and all that must hold of its answer; the admin key calls unless the test says who else.</summary>
    public Task<IScenarioResult> ScenarioAsync(Action<Scenario> configure) =>
        _host is IAlbaHost alba ? alba.Scenario(configure) : throw new InvalidOperationException("A scenario needs the server in memory.");

    public HttpClient As(string? key)
    {
        var client = _connect();
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>The setting that makes another sidecar publish to this one's simulator.</summary>
    public async Task<string> AsTheirPinterestAsync() => $"Connector:Simulator:Url=http://{await SimulatorAsync()}";

    /// <summary>Where the simulator's control routes are.</summary>
    public async Task<HttpClient> SimulatorControlAsync() => new() { BaseAddress = new Uri($"http://{await SimulatorAsync()}") };

    /// <summary>Ends it as a power cut would: what is not on disk by now never will be.</summary>
    public async Task CrashAsync()
    {
        ((CrashableDatabase)Services.GetRequiredService<Database>()).PowerOff();
        await DisposeAsync();
    }

    public async Task StopAsync() => await _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Admin.Dispose();
        if (!_setup.KeepsData)
        {
            Directory.Delete(DataDirectory, recursive: true);
            TestDatabase.Release(DataDirectory);
        }

        GC.SuppressFinalize(this);
    }

    private async Task<string> SimulatorAsync() =>
        (await Services.GetRequiredService<SimulatorAddress>().FindAsync(CancellationToken.None)).ToString();
}
