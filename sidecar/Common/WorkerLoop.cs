namespace Connector.Common;

/// <summary>The loop of a worker: it does its work, then waits for the next wake or for the time that the work named.</summary>
internal static class WorkerLoop
{
    /// <summary>How long any worker waits after an error it did not expect.</summary>
    public static readonly TimeSpan ErrorDelay = TimeSpan.FromSeconds(1);

    private const int SaidEach = 60;

    /// <param name="wake">Ends the waits.</param>
    /// <param name="work">Does what can be done now; returns when to run again, or null when only a wake brings work.</param>
    /// <param name="failed">Called with the first of a row of errors and then with one a minute: the work runs again after
    /// <see cref="ErrorDelay"/>, because a worker must not end before it is stopped.</param>
    /// <param name="clock">The clock of the times that the work returns.</param>
    /// <param name="stop">Ends the loop without an exception; the caller waits for what the work has started.</param>
    public static async Task RunAsync(
        WakeSignal wake, Func<Task<DateTimeOffset?>> work, Action<Exception> failed, TimeProvider clock, CancellationToken stop)
    {
        var errors = 0;
        while (!stop.IsCancellationRequested) await wake.WaitAsync(await WorkAsync(), stop);

        async Task<DateTimeOffset?> WorkAsync()
        {
            try
            {
                var next = await work();
                errors = 0;
                return next;
            }
            catch (Exception error)
            {
                if (errors++ % SaidEach == 0) failed(error);
                return clock.GetUtcNow() + ErrorDelay;
            }
        }
    }
}
