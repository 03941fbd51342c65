using System.Net;
using Connector.Pinterest;
using Microsoft.Extensions.Options;

namespace Connector.Simulator;

/// <summary>Runs the simulator beside the sidecar on a loopback port and tells the client where; with a URL set, only tells it that.</summary>
internal sealed class SimulatorServer(
    IOptions<SimulatorOptions> options, SimulatorState state, SimulatorRoutes operations, ControlCalls control, SimulatorAddress address)
    : IHostedService, IAsyncDisposable
{
    private const long LargestRequest = 64 * 1024 * 1024; // an image of 20 MB is 27 MB as base64, a carousel has up to five
    private WebApplication? _app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Url is { } elsewhere)
        {
            address.EndPoint = new IPEndPoint(elsewhere.IsLoopback ? Loopback(elsewhere) : IPAddress.Parse(elsewhere.IdnHost), elsewhere.Port);
            return;
        }

        state.Replay();

        // Empty, so that neither the sidecar's own addresses nor its settings reach this second server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Value.Port);
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        operations.Map(_app);
        control.Map(_app);
        await _app.StartAsync(cancellationToken);
        address.EndPoint = new IPEndPoint(IPAddress.Loopback, new Uri(_app.Urls.First()).Port);
    }

    /// <summary>At once: whoever still waits for a slow answer will not get it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is not null) await _app.StopAsync(new CancellationToken(canceled: true));
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    private static IPAddress Loopback(Uri url) => IPAddress.TryParse(url.Host.Trim('[', ']'), out var given) ? given : IPAddress.Loopback;
}
