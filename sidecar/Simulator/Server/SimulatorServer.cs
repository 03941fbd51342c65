using System.Net;
using Connector.Accounts;
using Connector.Pinterest;
using Connector.Settings;
using Connector.Simulator.Api;
using Connector.Simulator.State;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Connector.Simulator.Server;

/// <summary>
/// Runs the simulator beside the sidecar on a loopback port, from the first call on; with a URL set, only tells the client where it is.
/// </summary>
internal sealed partial class SimulatorServer(
    IOptions<SimulatorOptions> options, SimulatorState state, PinterestRoutes operations, ControlHandlers control, SimulatorAddress address,
    IEnumerable<AccountStore> known, ILogger<SimulatorServer> logger)
    : IHostedService, IAsyncDisposable
{
    private const long LargestRequest = 64 * 1024 * 1024; // an image of 20 MB is 27 MB as base64, a carousel has up to five
    private readonly SemaphoreSlim _starting = new(1);
    private WebApplication? _app;

    /// <summary>A port is set when another process calls the simulator, so it listens from now on; a URL is checked now.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        address.Finder = options.Value.Url is { } elsewhere ? () => Task.FromResult(EndPointOf(elsewhere)) : ListenAsync;
        if (options.Value is { Url: not null } or { Port: not 0 }) await address.FindAsync(cancellationToken);
    }

    /// <summary>Stops at once: a caller that still waits for a slow answer does not get it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is not null) await _app.StopAsync(new CancellationToken(canceled: true));
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _starting.Dispose();
    }

    private async Task<IPEndPoint> ListenAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _app ??= await StartedAsync();
            return new IPEndPoint(IPAddress.Loopback, new Uri(_app.Urls.First()).Port);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<WebApplication> StartedAsync()
    {
        state.Replay();
        // A first start has no accounts either; alone, as in tests, nobody knows what was connected before.
        if (!state.Accounts.Any() && known.Any(accounts => accounts.Any(PinterestEnvironment.Simulator)))
            Log.IsNew(logger, options.Value.JournalFile ?? "none, because JournalPath is empty");

        // Empty, so that neither the sidecar's own addresses nor its settings reach this second server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Value.Port);
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        operations.Map(app);
        control.Map(app);
        try
        {
            await app.StartAsync();
            return app;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            SettingsCheck.Ensure(
                [$"{SimulatorOptions.Section}:Port must be a port that is free; {options.Value.Port} is in use by another program."]);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "The simulator begins with no accounts (its file: {File}). Simulator accounts that were connected before must be connected "
                + "again with POST /v1/accounts, under their names.")]
        public static partial void IsNew(ILogger logger, string file);
    }

    private static IPEndPoint EndPointOf(Uri url) =>
        new(url.IsLoopback ? Loopback(url) : IPAddress.Parse(url.IdnHost), url.Port);

    private static IPAddress Loopback(Uri url) => IPAddress.TryParse(url.Host.Trim('[', ']'), out var given) ? given : IPAddress.Loopback;
}
