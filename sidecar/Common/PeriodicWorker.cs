namespace Connector.Common;

/// <summary>
/// Work that is done at the start or soon after it, and then once an interval; an error is logged, and the next interval tries again.
/// </summary>
internal abstract partial class PeriodicWorker(TimeSpan interval, TimeProvider clock, ILogger logger) : BackgroundService
{
    protected TimeProvider Clock => clock;

    protected TimeSpan Interval => interval;

    protected ILogger Logger => logger;

    /// <summary>How long the first run waits: what nobody waits for leaves the start to what somebody does.</summary>
    protected virtual TimeSpan FirstAfter => TimeSpan.Zero;

    /// <summary>Does once all there is to do now.</summary>
    public abstract Task RunOnceAsync(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (FirstAfter > TimeSpan.Zero) await Task.Delay(FirstAfter, clock, stoppingToken);
        using var timer = new PeriodicTimer(interval, clock);
        do await RunSafelyAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // An exception that leaves a BackgroundService stops the whole process.
    private async Task RunSafelyAsync(CancellationToken cancellation)
    {
        try
        {
            await RunOnceAsync(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, error, GetType().Name, interval);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error, Message = "{Worker} met an unexpected error and runs again in {Interval}; publishing goes on.")]
        public static partial void Failed(ILogger logger, Exception error, string worker, TimeSpan interval);
    }
}
