using Connector.Common;
using Connector.Tests.Support;

namespace Connector.Tests.Common;

public sealed class WorkerLoopTests
{
    private readonly ManualClock _clock = new();
    private readonly WakeSignal _wake;
    private readonly List<Exception> _errors = [];
    private readonly CancellationTokenSource _stop = new();

    public WorkerLoopTests() => _wake = new WakeSignal(_clock);

    [Fact]
    public async Task The_work_runs_after_each_wake_until_the_loop_is_stopped()
    {
        var runs = 0;
        var loop = RunAsync(() => Task.FromResult<DateTimeOffset?>(++runs == 3 ? Stop() : null));
        Assert.Equal(1, runs);

        await WakeAsync();
        Assert.Equal(2, runs);
        await WakeAsync();

        await loop;
        Assert.Equal(3, runs);
    }

    [Fact]
    public async Task Work_that_fails_is_reported_and_repeated_after_the_error_delay()
    {
        var runs = 0;
        var loop = RunAsync(() => ++runs == 1 ? throw new InvalidOperationException("first") : Task.FromResult(Stop()));

        Assert.Equal("first", Assert.Single(_errors).Message);
        Assert.Equal(_clock.GetUtcNow() + WorkerLoop.ErrorDelay, _clock.NextTimerAt);
        _clock.Advance(WorkerLoop.ErrorDelay);

        await loop;
        Assert.Equal(2, runs);
        Assert.Single(_errors);
    }

    [Fact]
    public async Task A_row_of_errors_is_reported_once_a_minute_and_the_next_row_anew()
    {
        var runs = 0;
        var loop = RunAsync(() => ++runs is 61 or 63 ? Task.FromResult(runs == 63 ? Stop() : _clock.GetUtcNow().AddSeconds(1))
            : throw new InvalidOperationException($"{runs}"));
        while (!loop.IsCompleted) _clock.Advance(WorkerLoop.ErrorDelay);

        await loop;
        Assert.Equal(["1", "62"], _errors.Select(error => error.Message));
    }

    private Task RunAsync(Func<Task<DateTimeOffset?>> work) => WorkerLoop.RunAsync(_wake, work, _errors.Add, _clock, _stop.Token);

    /// <summary>Wakes the loop, and returns when it waits again or has ended.</summary>
    private async Task WakeAsync()
    {
        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _wake.Waiting += _ => again.TrySetResult();
        _wake.Wake();
        await again.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private DateTimeOffset? Stop()
    {
        _stop.Cancel();
        return null;
    }
}
