using System.Collections.Concurrent;
using System.Diagnostics;
using Connector.Pacing.Forecasts;
using Connector.Pacing.Limits;
using Microsoft.Extensions.Options;

namespace Connector.Pacing;

/// <summary>
/// Forecasts when each pin of an account is published, and which rule decides; forecasts of long queues are kept for some seconds.
/// </summary>
internal sealed class Forecaster(
    PaceLedger ledger, QueueReader queues, PacedApps apps, IOptions<PacingOptions> options, TimeProvider clock)
{
    // A queue up to this length is simulated for each question: it takes a few milliseconds.
    private const int ShortQueue = 500;

    private readonly ConcurrentDictionary<string, AccountForecast> _kept = new();

    /// <summary>The forecast of an account's queue, seconds old where the queue is long.</summary>
    public AccountForecast Of(string accountId) =>
        _kept.TryGetValue(accountId, out var kept) && kept.Count > ShortQueue && IsFresh(kept) ? kept : Make(accountId);

    /// <summary>The queue of an account in the order in which it is expected to go.</summary>
    public IReadOnlyList<ExpectedPin> InOrder(string accountId)
    {
        var forecast = Of(accountId);
        lock (forecast) return forecast.InOrder();
    }

    /// <summary>When a pin just accepted is expected to be published.</summary>
    public Expected? Added(string accountId, PacedPin pin)
    {
        var forecast = _kept.TryGetValue(accountId, out var kept) && IsFresh(kept) ? kept : Make(accountId);
        lock (forecast)
            if (forecast.Count > ShortQueue || forecast.EndsWith(pin)) return forecast.Add(pin, clock.GetUtcNow());
        return Make(accountId).Of(pin.Id);
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

    private AccountForecast Make(string accountId)
    {
        var (started, now) = (Stopwatch.GetTimestamp(), clock.GetUtcNow());
        var run = Run(accountId, queues.Queue(accountId), without: null, only: null);
        return _kept[accountId] = new AccountForecast(run, now, clock.GetTimestamp(), Stopwatch.GetElapsedTime(started));
    }

    private bool IsFresh(AccountForecast forecast) => clock.GetElapsedTime(forecast.MadeAt) < forecast.GoodFor;
}
