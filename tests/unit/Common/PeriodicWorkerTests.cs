using Connector.Common;
using Connector.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Tests.Common;

public sealed class PeriodicWorkerTests
{
    [Fact]
    public async Task It_runs_at_the_start_and_once_an_interval_even_after_an_error()
    {
        var clock = new ManualClock();
        using var worker = new Counter(clock);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        await worker.NextAsync();

        for (var runs = 2; runs <= 3; runs++)
        {
            clock.Advance(Counter.Hour);
            await worker.NextAsync();
            Assert.Equal(runs, worker.Runs);
        }

        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Fails each time.</summary>
    private sealed class Counter(ManualClock clock) : PeriodicWorker(Hour, clock, NullLogger.Instance)
    {
        public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        private readonly SemaphoreSlim _ran = new(0);

        public int Runs { get; private set; }

        public override Task RunOnceAsync(CancellationToken cancellation)
        {
            Runs++;
            _ran.Release();
            throw new InvalidOperationException("It fails each time.");
        }

        public async Task NextAsync() => Assert.True(await _ran.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        public override void Dispose()
        {
            _ran.Dispose();
            base.Dispose();
        }
    }
}
