using Connector.Pins;

namespace Connector.Publishing.Reconciliation;

/// <summary>Looks for a lane's pins whose outcome is unknown, one at a time, beside its creates.</summary>
internal sealed partial class ReconciliationWorker(ReconciliationStore unknown, Reconciler reconciler, BoardReadingCache last, PinChanges changes, TimeProvider clock, ILogger<ReconciliationWorker> logger)
{
    private static readonly TimeSpan ErrorDelay = TimeSpan.FromSeconds(1);

    /// <summary>The look under way, or the last one.</summary>
    public Task Current { get; private set; } = Task.CompletedTask;

    /// <summary>Starts the look that is due, unless one is under way; returns when the next is due.</summary>
    public DateTimeOffset? Start(string accountId, Action done, CancellationToken abort)
    {
        if (!Current.IsCompleted) return null;

        var pin = unknown.Next(accountId);
        if (pin is null || pin.DueAt > clock.GetUtcNow())
        {
            last.Forget();
            return pin?.DueAt;
        }

        Current = Beside(() => ReconcileAsync(pin, abort), done);
        return null;
    }

    /// <summary>Runs something beside a lane and tells it when that is over: not before, or the lane would wake, see it still running, and go back to sleep.</summary>
    public static Task Beside(Func<Task> work, Action done)
    {
        var running = Task.Run(work, CancellationToken.None);
        running.ContinueWith(_ => done(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return running;
    }

    private async Task ReconcileAsync(PinRow pin, CancellationToken abort)
    {
        try
        {
            await reconciler.ReconcileAsync(pin, last, abort);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the next start looks again.
            return;
        }
        catch (Exception error)
        {
            Log.Stumbled(logger, error, pin.Id);
            await Task.Delay(ErrorDelay, clock, CancellationToken.None);
        }

        changes.Raise(pin.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for pin {PinId} stumbled and goes on in a second")]
        public static partial void Stumbled(ILogger logger, Exception error, string pinId);
    }
}
