using Connector.Publishing;

namespace Connector.Tests.Support;

/// <summary>Tells a test when a lane has done all it can, .</summary>
internal sealed class LaneWatch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _parked = new(0);

    public LaneWatch(Lane lane)
    {
        lane.Parked += _ => _parked.Release();
        lane.Ring();
    }

    public async Task ParkedAgainAsync()
    {
        if (!await _parked.WaitAsync(Patience)) throw new TimeoutException("The lane did not come to rest.");
    }
}
