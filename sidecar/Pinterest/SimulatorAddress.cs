using System.Net;

namespace Connector.Pinterest;

/// <summary>Where the simulator listens: always on this machine, and the only place its accounts' requests can go.</summary>
internal sealed class SimulatorAddress
{
    /// <summary>Finds the simulator, and may start it: who has no simulator account pays nothing for it.</summary>
    public Func<Task<IPEndPoint>>? Finder { private get; set; }

    /// <exception cref="HttpRequestException">There is no simulator.</exception>
    /// <exception cref="InvalidOperationException">It is said to be on another machine.</exception>
    public async Task<IPEndPoint> FindAsync(CancellationToken cancellation)
    {
        if (Finder is null) throw new HttpRequestException(HttpRequestError.ConnectionError, "The simulator is not running.");
        var found = await Finder().WaitAsync(cancellation);
        return IPAddress.IsLoopback(found.Address) ? found : throw new InvalidOperationException(
            $"The simulator must be on this machine; {found} is not a loopback address.");
    }
}
