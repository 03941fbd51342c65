using Connector.Http;
using Connector.Pacing.Cadence;
using Connector.Pacing.Limits;

namespace Connector.Pacing;

/// <summary>Reads how fast an account may publish, what stops it, and when its queue will be empty.</summary>
internal sealed class RateMeters(
    QueueReader queues, PaceLedger ledger, PacedApps apps, Forecaster forecasts, TimeProvider clock)
{
    public RateMeter Get(Caller caller, string accountId)
    {
        var account = queues.FindAccount(caller.WorkspaceId, accountId) is { } found && caller.MaySee(accountId)
            ? found
            : throw Problems.AccountNotFound(accountId);
        var drainedAt = account.IsHeld ? null : forecasts.Of(accountId).DrainedAt;
        var count = queues.CountQueue(accountId);
        var queue = new QueueState(
            count.Queued, count.Scheduled, count.Publishing, count.Unconfirmed, count.AwaitingApproval, drainedAt);
        return ledger.WithLock(accountId, pace => Meter(accountId, account, pace, queue));
    }

    private RateMeter Meter(string accountId, PacedAccount account, AccountPace pace, QueueState queue)
    {
        var now = clock.GetUtcNow();
        var decision = pace.DecideAny(now);
        return new RateMeter
        {
            AccountId = accountId,
            Tier = apps.Of(accountId).Tier,
            CanPublishNow = !account.IsHeld && decision.IsNow,
            NextPublishAt = account.IsHeld ? null : decision.NotBefore,
            BlockedBy = BlockOf(account, decision),
            Windows =
            [
                .. pace.Windows.Select(window => RateWindow.Of(window, pace, now)),
                .. pace.Cadence.Rules.OfType<PinsPerDay>().Select(rule => RateWindow.Of(rule, pace, now)),
            ],
            Queue = queue,
        };
    }

    private static PaceBlock? BlockOf(PacedAccount account, PaceDecision decision)
    {
        if (account.IsHeld) return new PaceBlock("account_hold", null, account.HeldReason!);
        return decision.IsNow ? null : new PaceBlock("pace", decision.Rule, decision.Message!);
    }
}
