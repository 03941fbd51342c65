namespace Connector.Http;

/// <summary>The address at which a sidecar on this machine is called.</summary>
internal static class ListenAddress
{
    /// <summary>The first of the addresses it listens on, separated by semicolons; for all interfaces, the loopback address.</summary>
    public static string Reachable(string? urls)
    {
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
            ?? ConnectorApp.DefaultUrl;
        foreach (var everyInterface in new[] { "//0.0.0.0", "//[::]", "//+", "//*" })
            first = first.Replace(everyInterface, "//127.0.0.1", StringComparison.Ordinal);
        return first.TrimEnd('/');
    }
}
