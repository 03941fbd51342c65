using Connector.Pacing;
using Connector.Pinterest;

namespace Connector.Accounts.Calls;

/// <summary>Counts an account's calls against its pace, and passes on what Pinterest answers about rates.</summary>
internal sealed class AccountMeter(string accountId, PaceLedger pace, PaceStore store, TimeProvider clock) : ICallMeter
{
    public async Task BeginAsync(RateCategory category, CancellationToken cancellation)
    {
        var name = category.WireName();
        var decision = pace.TryBegin(accountId, name);
        if (!decision.IsNow) throw AccountProblems.RateLimited(decision.Message!, decision.NotBefore - clock.GetUtcNow());

        try
        {
            await store.CountAsync(accountId, name, clock.GetUtcNow());
        }
        catch
        {
            pace.Release(accountId, name);
            throw;
        }
    }

    public void End(RateCategory category, RateReading? reading) => pace.End(
        accountId,
        category.WireName(),
        reading is null ? null : new PaceReading(
            reading.Remaining, reading.ResetIn, reading.RetryAfter, reading.Refused,
            [.. reading.Buckets.Select(b => (b.Limit, b.Window, b.Name))], reading.At));
}
