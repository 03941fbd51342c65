using Connector.Common;

namespace Connector.Publishing.Worker;

/// <summary>Works one account: starts what is due, then waits until something changes or falls due.</summary>
internal sealed partial class AccountWorker(
    string accountId, AccountTasks tasks, DueTimeCorrector dueTimes, TimeProvider clock, ILogger<AccountWorker> logger)
{
    private readonly WakeSignal _wake = new(clock);
    private volatile int _pending;

    /// <summary>Raised when it has nothing to do before that time; null when only a wake brings work.</summary>
    public event Action<DateTimeOffset?>? Idle
    {
        add => _wake.Waiting += value;
        remove => _wake.Waiting -= value;
    }

    /// <summary>How many answers of Pinterest are pending while it waits for a wake or a time; null while it works.</summary>
    public int? PendingAnswers => _wake.IsWaiting ? _pending : null;

    /// <summary>The time until which it last began to wait; null when only a wake brings work.</summary>
    public DateTimeOffset? WakeAt => _wake.Until;

    /// <summary>Something changed: starts what is due now.</summary>
    public void Wake()
    {
        dueTimes.NoteTime();
        _wake.Wake();
    }

    /// <summary>A pin joined the queue; a worker that cannot start even the pins before it is not woken.</summary>
    public void PinAdded()
    {
        if (tasks.WantsPins) Wake();
        else dueTimes.NoteTime();
    }

    /// <summary>Works until stopped; then waits for what is under way, which <paramref name="abort"/> cuts short.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        await WorkerLoop.RunAsync(_wake, () => StartDueAsync(stop, abort), error => Log.TurnFailed(logger, error, accountId), clock, stop);
        await tasks.Current;
    }

    private async Task<DateTimeOffset?> StartDueAsync(CancellationToken stop, CancellationToken abort)
    {
        try
        {
            return await tasks.StartDueAsync(accountId, Wake, stop, abort);
        }
        finally
        {
            _pending = tasks.Pending;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The worker of account {AccountId} met an unexpected error and runs again in a second.")]
        public static partial void TurnFailed(ILogger logger, Exception error, string accountId);
    }
}
