using Connector.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Support;

/// <summary>
/// The sidecar started as the program starts it, on Kestrel: for tests of sockets, of body size limits, of hanging up and of restarts.
/// </summary>
public sealed class RunningConnector : SidecarApp
{
    private RunningConnector(SidecarSetup setup, IHost host, Uri address)
        : base(setup, host, () => new HttpClient { BaseAddress = address }) => Address = address;

    public Uri Address { get; }

    /// <inheritdoc cref="SidecarApp.StartAsync"/>
    public static new async Task<RunningConnector> StartAsync(
        ManualClock? clock = null, string? dataDirectory = null, params string[] settings)
    {
        var setup = new SidecarSetup(clock, dataDirectory);
        var app = setup.Builder(settings).Build();
        return new RunningConnector(setup, app, new Uri(await LaunchAsync(app)));
    }

    private static async Task<string> LaunchAsync(WebApplication app)
    {
        try
        {
            return (await app.LaunchAsync()).Address;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
