using System.Net;
using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Console.Requests;

/// <summary>
/// The hosts by which the console is reached. A page elsewhere can make its own name lead to this machine (DNS rebinding); the browser then
/// sends that name as the host.
/// </summary>
internal sealed class KnownHosts(IConfiguration configuration, IOptions<AddressOptions> address)
{
    private readonly Uri? _public = address.Value.PublicUrl;

    private readonly string[] _listening =
    [
        .. (configuration["urls"] ?? ConnectorApp.DefaultUrl)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => BindingAddress.Parse(url).Host),
    ];

    // Of a host that makes no address, such as one whose port is too high, no page can be made.
    public bool Knows(HostString host) =>
        Uri.TryCreate($"http://{host.Value}/", UriKind.Absolute, out _) && Knows(host.Host.TrimEnd('.'));

    /// <summary>Whether the request came in by <c>Connector:PublicUrl</c>, and that is https: a proxy in front ends TLS.</summary>
    public bool IsBehindTls(HostString host) =>
        _public is { Scheme: "https" } && host.Host.Equals(_public.Host, StringComparison.OrdinalIgnoreCase);

    private bool Knows(string host)
    {
        if (host.Equals(_public?.Host, StringComparison.OrdinalIgnoreCase)) return true;
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return true;
        if (_listening.Contains(host, StringComparer.OrdinalIgnoreCase)) return true;

        // A number is no name that could be made to lead elsewhere; it is taken where the sidecar listens on every address.
        return IPAddress.TryParse(host.Trim('[', ']'), out var number)
            && (IPAddress.IsLoopback(number) || Array.Exists(_listening, IsEveryAddress));
    }

    private static bool IsEveryAddress(string host) => host is "0.0.0.0" or "[::]" or "+" or "*";
}
