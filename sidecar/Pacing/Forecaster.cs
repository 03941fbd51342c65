using System.Collections.Concurrent;
using System.Diagnostics;
using Connector.Common;
using Connector.Pacing.Forecasts;
using Connector.Pacing.Limits;
using Microsoft.Extensions.Options;

namespace Connector.Pacing;

/// <summary>
/// Forecasts when each pin of an account is published, and which rule decides; forecasts of long queues are kept for some seconds, and
/// made anew beside the requests that ask.
/// </summary>
internal sealed class Forecaster(
    PaceLedger ledger, QueueReader queues, PacedApps apps, IOptions<PacingOptions> options, TimeProvider clock)
{
    // A queue up to this length is simulated for each question: it takes a few milliseconds.
    private const int ShortQueue = 500;

    // Until then a forecast still serves while the next is made.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, AccountForecast> _kept = new();
    private readonly ConcurrentDictionary<string, Lock> _making = new();
    private readonly ConcurrentDictionary<string, Task> _refreshing = new();

    /// <summary>The forecast of an account's queue, seconds old where the queue is long.</summary>
    public AccountForecast Of(string accountId) =>
        _kept.TryGetValue(accountId, out var kept) && kept.Count > ShortQueue && Usable(accountId) is { } usable
            ? usable
            : MakeFrom(accountId, Stopwatch.GetTimestamp());

    /// <summary>The queue of an account in the order in which it is expected to go.</summary>
    public IReadOnlyList<ExpectedPin> InOrder(string accountId) => Of(accountId).InOrder();

    /// <summary>When a pin just accepted is expected to be published.</summary>
    /// <param name="accountId">The account that publishes.</param>
    /// <param name="pin">The pin.</param>
    /// <param name="storedAt">When it was stored, by the stopwatch: a forecast that was begun later knows it.</param>
    public Expected? Added(string accountId, PacedPin pin, long storedAt)
    {
        var forecast = Usable(accountId) ?? Make(accountId, IsFresh);
        return forecast.TryAdd(pin, clock.GetUtcNow(), isLong: forecast.Count > ShortQueue, out var expected)
            ? expected
            : MakeFrom(accountId, storedAt).Of(pin.Id);
    }

    /// <summary>Discards a forecast after a change that it could not know: a pin was moved, or a setting changed.</summary>
    public void Invalidate(string accountId) => _kept.TryRemove(accountId, out _);

    /// <summary>Simulates a queue that need not exist: when each pin is expected to be published.</summary>
    /// <param name="accountId">The account that publishes.</param>
    /// <param name="queue">All of its pins that wait.</param>
    /// <param name="without">A rule that is left out.</param>
    /// <param name="only">The pins that are asked for; null for all.</param>
    public IReadOnlyDictionary<string, Expected> Simulate(
        string accountId, IReadOnlyList<PacedPin> queue, string? without = null, IReadOnlySet<string>? only = null) =>
        Run(accountId, queue, without, only).Expected;

    /// <summary>The same under a pace that is changed first, such as to other settings.</summary>
    public IReadOnlyDictionary<string, Expected> Simulate(
        string accountId, IReadOnlyList<PacedPin> queue, Action<AccountPace> change) =>
        Run(accountId, queue, without: null, only: null, change).Expected;

    private QueueForecast Run(
        string accountId, IReadOnlyList<PacedPin> queue, string? without, IReadOnlySet<string>? only, Action<AccountPace>? change = null)
    {
        var now = clock.GetUtcNow();
        List<string> accountIds = [accountId, .. Beside(accountId)];
        var runs = accountIds.Zip(ledger.Copy(accountIds, without), Simulated).ToList();
        ForecastRun.Run(runs);
        return runs[0];

        QueueForecast Simulated(string id, AccountPace pace)
        {
            if (id == accountId) change?.Invoke(pace);
            return new(
                pace, id == accountId ? queue : queues.Queue(id), queues.BusyBoards(id), options.Value.BoardsAtOnce, now, only);
        }
    }

    /// <summary>Other accounts whose pins use up what this one may call.</summary>
    private List<string> Beside(string accountId)
    {
        var app = apps.Of(accountId);
        return app.IsShared ? queues.Busy([.. apps.Beside(accountId, app).Where(id => id != accountId)]) : [];
    }

    /// <summary>A forecast to which a pin can be added; null when there is none.</summary>
    private AccountForecast? Usable(string accountId)
    {
        if (!_kept.TryGetValue(accountId, out var kept)) return null;
        if (IsFresh(kept)) return kept;
        if (kept.Count <= ShortQueue || AgeOf(kept) >= Oldest) return null;

        Refresh(accountId, kept);
        return kept;
    }

    /// <summary>Makes a forecast beside the request; one at a time.</summary>
    private void Refresh(string accountId, AccountForecast old)
    {
        if (_refreshing.ContainsKey(accountId)) return;

        // A thread of its own: those of the pool answer requests.
        var refresh = new Task(() => RefreshNow(accountId, old), TaskCreationOptions.LongRunning);
        if (_refreshing.TryAdd(accountId, refresh)) refresh.Start(TaskScheduler.Default);
    }

    private void RefreshNow(string accountId, AccountForecast old)
    {
        try
        {
            var made = Simulated(accountId);
            // Where the old one was discarded meanwhile, the new one may not know the change either.
            if (!_kept.TryUpdate(accountId, made, old)) return;
            foreach (var pin in old.AddedSince(made.BegunAt)) made.TryAdd(pin, clock.GetUtcNow(), isLong: true, out _);
        }
        catch (StorageUnavailableException)
        {
            // The next that asks tries again.
        }
        finally
        {
            _refreshing.TryRemove(accountId, out _);
        }
    }

    /// <summary>A forecast that was begun at that time or later.</summary>
    private AccountForecast MakeFrom(string accountId, long time) => Make(accountId, made => made.BegunAt >= time);

    /// <summary>Makes a forecast, unless somebody else made one meanwhile that will do: many may ask at once.</summary>
    private AccountForecast Make(string accountId, Predicate<AccountForecast> willDo)
    {
        lock (_making.GetOrAdd(accountId, _ => new Lock()))
        {
            return _kept.TryGetValue(accountId, out var known) && willDo(known) ? known : _kept[accountId] = Simulated(accountId);
        }
    }

    private AccountForecast Simulated(string accountId)
    {
        var (begunAt, now, madeAt) = (Stopwatch.GetTimestamp(), clock.GetUtcNow(), clock.GetTimestamp());
        var run = Run(accountId, queues.Queue(accountId), without: null, only: null);
        return new AccountForecast(run, now, madeAt, Stopwatch.GetElapsedTime(begunAt)) { BegunAt = begunAt };
    }

    private TimeSpan AgeOf(AccountForecast forecast) => clock.GetElapsedTime(forecast.MadeAt);

    private bool IsFresh(AccountForecast forecast) => AgeOf(forecast) < forecast.GoodFor;
}
