using Connector.Publishing.Worker;

namespace Connector.Tests.Support;

/// <summary>Tells a test when a lane has done all it can.</summary>
internal sealed class WorkerObserver
{
    /// <summary>In real time, on a slow machine; a test that waits longer is stuck.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _parked = new(0);

    public WorkerObserver(AccountWorker lane)
    {
        lane.Idle += _ => _parked.Release();
        lane.Wake();
    }

    public async Task ParkedAgainAsync()
    {
        if (!await _parked.WaitAsync(Patience)) throw new TimeoutException("The lane did not come to rest.");
    }
}
