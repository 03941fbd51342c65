using System.Collections.Concurrent;
using Connector.Tests.Support;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Connector.Tests.Pins.Media;

/// <summary>A sidecar, and a host of files that it may fetch from.</summary>
public sealed class MediaWorld : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Guid> _files = new();
    private WireMockServer _host = null!;

    public SidecarApp App { get; private set; } = null!;

    public string Url => _host.Urls[0];

    /// <summary>Serves a file, or a 404.</summary>
    public void Serve(string path, byte[]? file) =>
        // The same id again replaces what was served there before.
        _host.Given(Request.Create().WithPath(path)).WithGuid(_files.GetOrAdd(path, _ => Guid.NewGuid()))
            .RespondWith(file is null ? Response.Create().WithStatusCode(404) : Response.Create().WithBody(file));

    public async ValueTask InitializeAsync()
    {
        _host = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"] });
        App = await SidecarApp.StartAsync(
            settings: ["Connector:Network:AllowPrivateAddresses=127.0.0.1", "Connector:Simulator:MediaProcessing=00:00:00.1"]);
        await App.UnhurryAsync(await App.FirstAccountAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _host.Dispose();
    }
}
