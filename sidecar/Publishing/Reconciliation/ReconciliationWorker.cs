using Connector.Common;
using Connector.Pins;

namespace Connector.Publishing.Reconciliation;

/// <summary>Looks for an account's pins whose outcome is unknown, one at a time, beside its attempts.</summary>
internal sealed partial class ReconciliationWorker(
    ReconciliationStore unknown, Reconciler reconciler, BoardReadingCache readings, PinChanges changes,
    TimeProvider clock, ILogger<ReconciliationWorker> logger)
{
    private readonly RunningTasks _lookup = new();

    public int Pending => _lookup.Count;

    /// <summary>Completes when the lookup under way has ended.</summary>
    public Task Current => _lookup.All;

    public void RemoveEnded() => _lookup.RemoveEnded();

    /// <summary>Starts the lookup that is due, unless one is under way; returns when the next is due.</summary>
    public DateTimeOffset? Start(string accountId, Action wake, CancellationToken abort)
    {
        if (_lookup.Count > 0) return null;

        var pin = unknown.Next(accountId);
        if (pin is null || pin.DueAt > clock.GetUtcNow())
        {
            readings.Forget();
            return pin?.DueAt;
        }

        _lookup.Start(pin.Id, () => ReconcileAsync(pin, abort), wake);
        return null;
    }

    private async Task ReconcileAsync(PinRow pin, CancellationToken abort)
    {
        try
        {
            await reconciler.ReconcileAsync(pin, readings, abort);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the next start repeats the lookup.
            return;
        }
        catch (Exception error)
        {
            Log.LookupFailed(logger, error, pin.Id);
            await Task.Delay(WorkerLoop.ErrorDelay, clock, CancellationToken.None);
        }

        changes.Raise(pin.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The lookup of pin {PinId} on its board met an unexpected error and is repeated in a second.")]
        public static partial void LookupFailed(ILogger logger, Exception error, string pinId);
    }
}
