using System.Globalization;
using System.Net;
using Connector.Http;
using Connector.Outgoing.Guard;

namespace Connector.Outgoing;

/// <summary>
/// Checks a URL by its text, so that the caller gets the error at once, and its addresses before one of them is connected to.
/// </summary>
internal sealed class OutgoingAddress(AllowList allowed)
{
    private const int LongestUrl = 2048;

    /// <summary>Nothing but what the settings open may be called: no public address, and no name that is not listed.</summary>
    public bool OpenedOnly { get; init; }

    /// <summary>Null when the URL may be called, else one sentence: what is wrong and what to do.</summary>
    public string? ProblemOf(string url)
    {
        if (url.Length > LongestUrl) return $"The URL has {url.Length} characters; at most {LongestUrl} are allowed.";
        if (url.Any(IsMisplaced))
            return "The URL contains a space, a backslash or an invisible character; remove it, or write a space as %20.";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !IsWeb(uri) || HostName.Of(uri) is not { } host)
            return "The URL must be complete and name a host, as in https://example.com/hook.";
        if (Authority(url).Contains('@')) return "The URL contains a user name or password before the @; leave them out.";

        return ProblemOf(uri, host);
    }

    /// <summary>Refuses a request whose field holds a URL that may not be called.</summary>
    /// <exception cref="Http.ProblemException">It says why.</exception>
    public void EnsureAllowed(string url, string field)
    {
        if (ProblemOf(url) is { } problem) throw OutgoingProblem.NotAllowed(field, problem);
    }

    /// <summary>
    /// Null when all these addresses may be connected to. One forbidden address among several forbids them all: such an answer is probably
    /// an attack.
    /// </summary>
    public string? ProblemOf(Uri uri, IPAddress[] addresses)
    {
        var host = HostName.Of(uri)!;
        if (OpenedOnly && Array.Exists(addresses, AddressRules.IsPublic)) return NotOpened(host);
        if (!Array.TrueForAll(addresses, address => allowed.Permits(address, host, uri.Port)))
            return $"{host} leads to an address that is not public; if the receiver is in your own network, add {host} to "
                + $"{OutgoingOptions.AllowPrivateAddressesKey}.";
        if (IsPlain(uri) && !allowed.Names(host, uri.Port) && !Array.TrueForAll(addresses, allowed.Holds))
            return $"Plain http is only for receivers in your own network, and {host} is not in it; use https.";

        return null;
    }

    private string? ProblemOf(Uri uri, string host)
    {
        if (host.Contains('%')) return "The URL names a network interface after the %; use an address without it.";
        if (uri.HostNameType == UriHostNameType.Dns && !WebHost.Exists(uri))
            return $"{host} is neither a host name nor a valid address; check the URL.";
        if (!Ports.IsForWeb(uri) && !allowed.NamesPort(host, uri.Port))
            return $"Port {uri.Port} is not allowed for {uri.Scheme}; use {(IsPlain(uri) ? 80 : 443)}, or a port from 1024 on that "
                + "belongs to no other protocol.";

        var literal = HostName.Literal(host);
        if (literal is not null && !allowed.Permits(literal, host, uri.Port)) return NotPublic(literal, host);
        if (OpenedOnly && !IsOpened(literal, host, uri.Port)) return NotOpened(host);
        if (IsPlain(uri) && !MayBePlain(literal, host, uri.Port))
            return $"Plain http is only for receivers in your own network; use https, or add {host} to "
                + $"{OutgoingOptions.AllowPrivateAddressesKey}.";

        return null;
    }

    /// <summary>A name may still resolve into an allowed range: its addresses are checked before the connection.</summary>
    private bool MayBePlain(IPAddress? literal, string host, int port) =>
        allowed.Names(host, port) || (literal is null ? allowed.HasRanges : allowed.Holds(literal));

    // A name that is not listed is not even looked up.
    private bool IsOpened(IPAddress? literal, string host, int port) =>
        literal is null ? allowed.Names(host, port) : !AddressRules.IsPublic(literal);

    private static string NotOpened(string host) => $"{host} is not in {OutgoingOptions.AllowPrivateAddressesKey}.";

    private static string NotPublic(IPAddress address, string host) => AddressRules.RangeOf(address)!.Kind == AddressKind.Private
        ? $"{host} is not a public address; if the receiver is in your own network, add {host} to "
            + $"{OutgoingOptions.AllowPrivateAddressesKey}."
        : $"{host} is a reserved address that nothing should be sent to; use the receiver's public address (only its own range in "
            + $"{OutgoingOptions.AllowPrivateAddressesKey} would open it).";

    private static bool IsPlain(Uri uri) => uri.Scheme == Uri.UriSchemeHttp;

    private static bool IsWeb(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || IsPlain(uri))
            && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;

    private static ReadOnlySpan<char> Authority(string url)
    {
        var rest = url.AsSpan(url.IndexOf("//", StringComparison.Ordinal) + 2);
        return rest.IndexOfAny('/', '?', '#') is var end and >= 0 ? rest[..end] : rest;
    }

    private static bool IsMisplaced(char c) =>
        c == '\\' || char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
