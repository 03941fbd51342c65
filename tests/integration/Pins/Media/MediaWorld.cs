using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Media;

/// <summary>A sidecar, and a host of files that it may fetch from.</summary>
public sealed class MediaWorld : IAsyncLifetime
{
    private readonly Dictionary<string, byte[]?> _files = [];
    private FileHost _host = null!;

    public SidecarApp App { get; private set; } = null!;

    /// <summary>Under a name that Pinterest could look up, as far as its text tells.</summary>
    public string Url => _host.Url.Replace("127.0.0.1", SidecarSetup.PublicName, StringComparison.Ordinal);

    /// <summary>As this machine's own address.</summary>
    public string PrivateUrl => _host.Url;

    /// <summary>Serves a file, or a 404.</summary>
    public void Serve(string path, byte[]? file)
    {
        lock (_files) _files[path] = file;
    }

    /// <summary>The names of the checks that warn about a pin.</summary>
    public static List<string> Warnings(JsonNode pin) => [.. pin["warnings"]!.AsArray().Select(check => (string)check!["name"]!)];

    public async ValueTask InitializeAsync()
    {
        _host = await FileHost.StartAsync();
        _host.Answer = http =>
        {
            byte[]? file;
            lock (_files) file = _files.GetValueOrDefault(http.Request.Path);
            http.Response.StatusCode = file is null ? 404 : 200;
            http.Response.ContentLength = file?.Length ?? 0;
            return file is null ? Task.CompletedTask : http.Response.Body.WriteAsync(file).AsTask();
        };
        App = await SidecarApp.StartAsync(
            settings: ["Connector:Network:AllowPrivateAddresses=127.0.0.1", "Connector:Simulator:MediaProcessing=00:00:00.1"]);
        await App.UnhurryAsync(await App.FirstAccountAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _host.DisposeAsync();
    }
}
