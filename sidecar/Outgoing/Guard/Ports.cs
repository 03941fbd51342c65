namespace Connector.Outgoing.Guard;

/// <summary>Ports that a web request may be sent to.</summary>
internal static class Ports
{
    // Other protocols' ports above 1023, which a request could be smuggled into: https://fetch.spec.whatwg.org/#port-blocking
    private static readonly HashSet<int> OtherProtocols =
        [1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080];

    public static bool IsForWeb(Uri uri) => uri.IsDefaultPort || (uri.Port >= 1024 && !OtherProtocols.Contains(uri.Port));
}
