using Connector.Publishing.Worker;

namespace Connector.Tests.Support;

/// <summary>Tells a test when an account's worker is idle.</summary>
internal sealed class WorkerObserver
{
    /// <summary>Real time on a slow machine; a test that waits longer hangs.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _idle = new(0);

    public WorkerObserver(AccountWorker worker)
    {
        worker.Idle += _ => _idle.Release();
        worker.Wake();
    }

    public async Task IdleAgainAsync()
    {
        if (!await _idle.WaitAsync(Timeout)) throw new TimeoutException("The account's worker was not idle within a minute.");
    }
}
