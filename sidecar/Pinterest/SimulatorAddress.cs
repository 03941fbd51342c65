using System.Net;

namespace Connector.Pinterest;

/// <summary>Where the simulator listens: always on this machine, and the only place its accounts' requests can go.</summary>
internal sealed class SimulatorAddress
{
    public IPEndPoint? EndPoint
    {
        get;
        set
        {
            if (value is not null && !IPAddress.IsLoopback(value.Address))
                throw new ArgumentException($"The simulator must be on this machine; {value} is not a loopback address.", nameof(value));
            field = value;
        }
    }
}
