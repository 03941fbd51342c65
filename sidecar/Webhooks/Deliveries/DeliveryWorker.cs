using System.Collections.Concurrent;
using Connector.Common;
using Connector.Storage;

namespace Connector.Webhooks.Deliveries;

/// <summary>
/// Sends due deliveries: a few at once to each receiver, one at a time to a receiver that fails. No receiver delays another.
/// </summary>
internal sealed partial class DeliveryWorker(
    DeliveryStore store, WebhookSender sender, DeliveryLog log, Database database, TimeProvider clock, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    private const int MostAtOnce = 4;

    private readonly WakeSignal _wake = new(clock);
    private readonly ConcurrentDictionary<string, DeliveryRow> _inFlight = new();
    private readonly ConcurrentDictionary<string, bool> _failing = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();
    private readonly RunningTasks _work = new();

    /// <summary>Raised when nothing can be started before that time; null when only a wake brings work.</summary>
    public event Action<DateTimeOffset?>? Waiting
    {
        add => _wake.Waiting += value;
        remove => _wake.Waiting -= value;
    }

    /// <summary>How many deliveries are being sent.</summary>
    public int InFlight => _inFlight.Count;

    /// <summary>A delivery may be due.</summary>
    public void Wake() => _wake.Wake();

    /// <summary>Completes when the next attempt at a delivery has ended; ask for it before reading whether one has.</summary>
    public Task NextAttemptAsync(string deliveryId) =>
        _awaited.GetOrAdd(deliveryId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        database.Announced += OnAnnounced;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        database.Announced -= OnAnnounced;
        await base.StopAsync(cancellationToken);
        // Each ends within its time limit; one that the stop ends is repeated after the next start.
        await _work.All.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        WorkerLoop.RunAsync(_wake, () => StartDueAsync(stoppingToken), error => Log.StartFailed(logger, error), clock, stoppingToken);

    /// <summary>Starts every delivery that may start now; returns when to run again.</summary>
    private async Task<DateTimeOffset?> StartDueAsync(CancellationToken stop)
    {
        _work.RemoveEnded();
        // One time for both queries: a delivery that becomes due between two times would be in neither.
        var now = clock.GetUtcNow();
        while (!stop.IsCancellationRequested && await store.ClaimAsync(ReceiversAtLimit(), now) is { Count: > 0 } claimed)
        {
            foreach (var delivery in claimed)
            {
                _inFlight[delivery.Id] = delivery;
                _work.Start(delivery.Id, () => DeliverAsync(delivery), _wake.Wake);
            }
        }

        return store.NextDueAt(now);
    }

    private List<string> ReceiversAtLimit() =>
    [
        .. _inFlight.Values.GroupBy(delivery => delivery.Receiver)
            .Where(receiver => receiver.Count() >= (_failing.ContainsKey(receiver.Key) ? 1 : MostAtOnce))
            .Select(receiver => receiver.Key),
    ];

    private async Task DeliverAsync(DeliveryRow delivery)
    {
        try
        {
            if (await sender.SendAsync(delivery) is not var (attempt, plan)) return;
            if (plan.Outcome == DeliveryOutcome.Delivered) _failing.TryRemove(delivery.Receiver, out _);
            else _failing[delivery.Receiver] = true;
            log.Ended(delivery, attempt, plan, await store.WriteAsync(delivery, attempt, plan));
        }
        catch (Exception error)
        {
            Log.DeliveryFailed(logger, error, delivery.Id);
        }
        finally
        {
            _inFlight.TryRemove(delivery.Id, out _);
            if (_awaited.TryRemove(delivery.Id, out var awaited)) awaited.SetResult();
        }
    }

    private void OnAnnounced(string topic)
    {
        if (topic is Outbox.DeliveryTopic or Database.Everything) _wake.Wake();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Due deliveries could not be started and are tried again in a second.")]
        public static partial void StartFailed(ILogger logger, Exception error);

        [LoggerMessage(
            Level = LogLevel.Error, Message = "Delivery {DeliveryId} ended with an unexpected error and is tried again in half a minute.")]
        public static partial void DeliveryFailed(ILogger logger, Exception error, string deliveryId);
    }
}
