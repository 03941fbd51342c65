using Connector.Common;
using Connector.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Tests.Common;

public sealed class RetentionWorkerTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(499, 1)]
    [InlineData(500, 2)]
    [InlineData(1100, 3)]
    public async Task It_deletes_batch_by_batch_until_nothing_older_is_left(int old, int batches)
    {
        var clock = new ManualClock();
        using var worker = new Store(clock) { Old = old };

        await worker.RunOnceAsync(CancellationToken.None);

        Assert.Equal((0, batches), (worker.Old, worker.Batches));
        Assert.Equal(clock.GetUtcNow() - Store.Kept, worker.Before);
    }

    [Fact]
    public async Task A_stop_ends_it_after_the_batch_under_way()
    {
        using var stop = new CancellationTokenSource();
        using var worker = new Store(new ManualClock()) { Old = 1100, OnBatch = stop.Cancel };

        await worker.RunOnceAsync(stop.Token);

        Assert.Equal(1, worker.Batches);
    }

    [Fact]
    public async Task It_leaves_the_first_minute_to_the_start()
    {
        var clock = new ManualClock();
        var ran = new TaskCompletionSource();
        using var worker = new Store(clock) { Old = 1, OnBatch = ran.SetResult };
        await worker.StartAsync(TestContext.Current.CancellationToken);

        // The start returns before the worker waits.
        Assert.True(SpinWait.SpinUntil(() => clock.NextTimerAt is not null, TimeSpan.FromSeconds(30)));
        Assert.Equal((clock.GetUtcNow() + TimeSpan.FromMinutes(1), 0), (clock.NextTimerAt, worker.Batches));

        clock.Advance(TimeSpan.FromMinutes(1));
        await ran.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Store(ManualClock clock) : RetentionWorker(clock, NullLogger.Instance)
    {
        public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

        public int Old { get; set; }

        public Action? OnBatch { get; init; }

        public int Batches { get; private set; }

        public DateTimeOffset Before { get; private set; }

        protected override TimeSpan Retention => Kept;

        protected override Task<int> DeleteOlderAsync(DateTimeOffset before, int batch)
        {
            var deleted = Math.Min(Old, batch);
            (Old, Before) = (Old - deleted, before);
            Batches++;
            OnBatch?.Invoke();
            return Task.FromResult(deleted);
        }
    }
}
