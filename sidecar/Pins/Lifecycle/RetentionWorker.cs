using Connector.Common;

namespace Connector.Pins.Lifecycle;

/// <summary>
/// Deletes pins that have been final for longer than <c>Connector:Retention:Pins</c> (90 days), with their idempotency keys.
/// </summary>
internal sealed partial class RetentionWorker(
    PinStore pins, IConfiguration configuration, TimeProvider clock, ILogger<RetentionWorker> logger) : BackgroundService
{
    // Limits count calls for up to a day; attempts must not be forgotten before.
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(1), Pause = TimeSpan.FromHours(1);

    // Small batches, so that accepting pins never waits long behind a sweep.
    private const int Batch = 500;

    private readonly TimeSpan _keepPins = Setting(configuration, "Connector:Retention:Pins", TimeSpan.FromDays(90));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do await RunOnceAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        try
        {
            while (!cancellation.IsCancellationRequested && await pins.ForgetOlderAsync(clock.GetUtcNow() - _keepPins, Batch) == Batch)
            {
            }
        }
        catch (StorageUnavailableException error)
        {
            Log.Postponed(logger, error.Message);
        }
    }

    private static TimeSpan Setting(IConfiguration configuration, string name, TimeSpan otherwise) =>
        configuration.GetValue(name, otherwise) is var keep && keep >= Shortest
            ? keep
            : throw new InvalidOperationException($"{name} must be at least one day (1.00:00:00).");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Old pins could not be deleted and will be in an hour: {Reason}")]
        public static partial void Postponed(ILogger logger, string reason);
    }
}
