namespace Connector.Common;

/// <summary>The loop of a worker: a turn, then a wait for the next wake or for the time that the turn named.</summary>
internal static class WorkerLoop
{
    /// <summary>How long any worker waits after an error it did not expect.</summary>
    public static readonly TimeSpan ErrorDelay = TimeSpan.FromSeconds(1);

    /// <param name="wake">Ends the waits.</param>
    /// <param name="turn">Does what can be done now; returns when to look again, or null when only a wake brings work.</param>
    /// <param name="failed">Told of an error in a turn, which is repeated after <see cref="ErrorDelay"/>: a worker must not end before it
    /// is stopped.</param>
    /// <param name="clock">The clock of the turn's times.</param>
    /// <param name="stop">Ends the loop without an exception; what a turn started is the caller's to wait for.</param>
    public static async Task RunAsync(
        WakeSignal wake, Func<Task<DateTimeOffset?>> turn, Action<Exception> failed, TimeProvider clock, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested) await wake.WaitAsync(await TurnAsync(turn, failed, clock), stop);
    }

    private static async Task<DateTimeOffset?> TurnAsync(Func<Task<DateTimeOffset?>> turn, Action<Exception> failed, TimeProvider clock)
    {
        try
        {
            return await turn();
        }
        catch (Exception error)
        {
            failed(error);
            return clock.GetUtcNow() + ErrorDelay;
        }
    }
}
