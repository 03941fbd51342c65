using Connector.Pins;

namespace Connector.Publishing;

/// <summary>Looks for a lane's pins whose outcome is unknown, one at a time, beside its creates.</summary>
internal sealed partial class LaneLook(ReconcilingStore unknown, Reconciler reconciler, LastReading last, PinChanges changes, TimeProvider clock, ILogger<LaneLook> logger)
{
    private static readonly TimeSpan Stumble = TimeSpan.FromSeconds(1);

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

        Current = Task.Run(() => LookAsync(pin, done, abort), CancellationToken.None);
        return null;
    }

    private async Task LookAsync(PinRow pin, Action done, CancellationToken abort)
    {
        try
        {
            await reconciler.LookAsync(pin, last, abort);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the next start looks again.
            return;
        }
        catch (Exception error)
        {
            Log.Stumbled(logger, error, pin.Id);
            await Task.Delay(Stumble, clock, CancellationToken.None);
        }

        changes.Raise(pin.Id);
        done();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for pin {PinId} stumbled and goes on in a second")]
        public static partial void Stumbled(ILogger logger, Exception error, string pinId);
    }
}
