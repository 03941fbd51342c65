using Connector.Pacing;
using Connector.Pinterest;

namespace Connector.Accounts.Calls;

/// <summary>Counts an account's calls against its pace, and passes on what Pinterest answers about rates.</summary>
internal sealed class AccountMeter(
    string accountId, PaceLedger pace, PaceStore store, SharedBudget budgets, TimeProvider clock) : ICallMeter
{
    public async Task BeginAsync(RateCategory category, CancellationToken cancellation)
    {
        var name = category.WireName();
        // It may fail, and then no pace must be taken.
        var budget = budgets.Of(accountId, name, isWorkedHere: false);
        var decision = pace.TryBegin(accountId, name);
        if (!decision.IsNow) throw AccountProblems.RateLimited(decision.Message!, decision.NotBefore - clock.GetUtcNow());

        var isCounted = false;
        try
        {
            isCounted = await store.CountAsync(accountId, name, budget, clock.GetUtcNow());
        }
        finally
        {
            if (!isCounted) pace.Release(accountId, name);
        }

        if (isCounted) return;

        budgets.Forget(accountId, budget!);
        throw AccountProblems.RateLimited("Other replicas have used up what Pinterest allows for now.", TimeSpan.FromSeconds(1));
    }

    public void End(RateCategory category, RateReading? reading) => pace.End(
        accountId,
        category.WireName(),
        reading is null ? null : new PaceReading(
            reading.Remaining, reading.ResetIn, reading.RetryAfter, reading.Refused,
            [.. reading.Buckets.Select(b => (b.Limit, b.Window, b.Name))], reading.At));
}
