namespace Connector.Common;

/// <summary>Once an hour deletes what is older than its retention, batch by batch.</summary>
internal abstract class RetentionWorker(TimeProvider clock, ILogger logger) : PeriodicWorker(TimeSpan.FromHours(1), clock, logger)
{
    // Small batches, so that other writes never wait long.
    private const int Batch = 500;

    protected sealed override TimeSpan FirstAfter => TimeSpan.FromMinutes(1);

    /// <summary>How long it is kept.</summary>
    protected abstract TimeSpan Retention { get; }

    public sealed override async Task RunOnceAsync(CancellationToken cancellation)
    {
        var before = Clock.GetUtcNow() - Retention;
        var deleted = Batch;
        while (deleted == Batch && !cancellation.IsCancellationRequested) deleted = await DeleteOlderAsync(before, Batch);
    }

    /// <summary>Deletes at most a batch of what is older; returns how many.</summary>
    protected abstract Task<int> DeleteOlderAsync(DateTimeOffset before, int batch);
}
