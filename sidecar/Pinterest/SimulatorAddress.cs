using System.Net;

namespace Connector.Pinterest;

/// <summary>Where the simulator listens: always on this machine, and the only address that its accounts' requests can reach.</summary>
internal sealed class SimulatorAddress
{
    /// <summary>Finds the simulator, and starts it if needed: without a simulator account it never runs.</summary>
    public Func<Task<IPEndPoint>>? Finder { private get; set; }

    /// <exception cref="HttpRequestException">There is no simulator.</exception>
    /// <exception cref="InvalidOperationException">It is said to be on another machine.</exception>
    public async Task<IPEndPoint> FindAsync(CancellationToken cancellation)
    {
        if (Finder is null) throw new HttpRequestException(HttpRequestError.ConnectionError, "The simulator is not running.");
        var found = await Finder().WaitAsync(cancellation);
        return IPAddress.IsLoopback(found.Address)
            ? found
            : throw new InvalidOperationException($"The simulator must be on this machine; {found} is not a loopback address.");
    }
}
