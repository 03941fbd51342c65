using System.Collections.Concurrent;
using System.Diagnostics;
using Connector.Pacing.Forecasts;
using Microsoft.Extensions.Options;

namespace Connector.Pacing;

/// <summary>Runs queues ahead: when each pin is expected to go, and which rule decides.</summary>
internal sealed class ForecastCache(PaceLedger ledger, PaceStore store, IOptions<PacingOptions> options, TimeProvider clock)
{
    // A queue up to here is run ahead for each question: it takes a few milliseconds.
    private const int Short = 500;

    private readonly ConcurrentDictionary<string, AccountForecast> _kept = new();

    /// <summary>The outlook of an account's queue, seconds old where the queue is long.</summary>
    public AccountForecast Of(string accountId) =>
        _kept.TryGetValue(accountId, out var kept) && kept.Count > Short && IsGood(kept) ? kept : Look(accountId);

    /// <summary>When a pin just accepted is expected to go.</summary>
    public Expected? Added(string accountId, PacedPin pin)
    {
        var outlook = _kept.TryGetValue(accountId, out var kept) && IsGood(kept) ? kept : Look(accountId);
        lock (outlook)
            if (outlook.Count > Short || outlook.EndsWith(pin)) return outlook.Add(pin, clock.GetUtcNow());
        return Look(accountId).Of(pin.Id);
    }

    /// <summary>Something changed that no outlook could know: a pin was moved, a setting changed.</summary>
    public void Forget(string accountId) => _kept.TryRemove(accountId, out _);

    /// <summary>Runs an account's queue ahead, with some pins more or a rule less.</summary>
    public QueueForecast Run(string accountId, IReadOnlyList<PacedPin> queue, string? without = null, IReadOnlySet<string>? only = null)
    {
        var now = clock.GetUtcNow();
        List<string> together = [accountId, .. options.Value.IsShared ? store.AccountsBeside(accountId) : []];
        var paces = ledger.Copy(together, without);
        var runs = together.Zip(paces, (id, pace) => new QueueForecast(pace, id == accountId ? queue : store.Queue(id), store.BusyBoards(id), options.Value.BoardsAtOnce, now, only)).ToList();
        ForecastRun.Run(runs);
        return runs[0];
    }

    private AccountForecast Look(string accountId)
    {
        var (begun, now) = (Stopwatch.GetTimestamp(), clock.GetUtcNow());
        var run = Run(accountId, store.Queue(accountId));
        return _kept[accountId] = new AccountForecast(run, now, clock.GetTimestamp(), Stopwatch.GetElapsedTime(begun));
    }

    private bool IsGood(AccountForecast outlook) => clock.GetElapsedTime(outlook.MadeAt) < outlook.GoodFor;
}
