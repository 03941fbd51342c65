using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Connector.Http;

/// <summary>The address at which people and browsers reach the sidecar: <c>Connector:PublicUrl</c>, or where it listens.</summary>
/// <remarks>Never the host that a request names: whoever sends it could choose that.</remarks>
internal sealed class PublicAddress(IOptions<AddressOptions> options, IServer server, IConfiguration configuration)
{
    /// <summary>Without a slash at its end.</summary>
    public string Root => options.Value.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? ListenAddress.Reachable(Listening);

    /// <summary>Browsers reach it with TLS, so that a cookie may be kept to that.</summary>
    public bool IsSecure => Root.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands before every path, when a proxy serves the sidecar below a folder; empty otherwise.</summary>
    public string BasePath => new Uri(Root).AbsolutePath.TrimEnd('/');

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => Root + path;

    /// <summary>Where a person connects an account again.</summary>
    public string OfConnecting(string accountId) => Of($"/accounts/{accountId}/connect");

    // Before the server listens, a port 0 is not known yet; nobody is shown an address then.
    private string? Listening =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? configuration["urls"];
}
