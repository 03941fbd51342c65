using Connector.Http;
using Connector.Pacing.Cadence;
using Connector.Pacing.Limits;

namespace Connector.Pacing;

/// <summary>GET /v1/accounts/{id}/rate-meter</summary>
internal sealed class GetRateMeter(
    QueueReader queues, PaceLedger ledger, PacedApps apps, Forecaster forecasts, TimeProvider clock)
    : Operation<IdCall, RateMeter>
{
    public override void Configure()
    {
        Get("/v1/accounts/{id}/rate-meter");
        Description(route => route.WithTags("Accounts"));
        Policies(Scope.Read);
        Describe("Show how fast an account may publish, what stops it, and when its queue will be empty.", 404);
    }

    public override Task<RateMeter> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var account = queues.FindAccount(Caller.WorkspaceId, call.Id) is { } found && Caller.MaySee(call.Id)
            ? found
            : throw Problems.AccountNotFound(call.Id);
        var drainedAt = account.IsHeld ? null : forecasts.Of(call.Id).DrainedAt;
        var count = queues.CountQueue(call.Id);
        var queue = new QueueState(
            count.Queued, count.Scheduled, count.Publishing, count.Unconfirmed, count.AwaitingApproval, drainedAt);
        return Task.FromResult(ledger.WithLock(call.Id, pace => Meter(call.Id, account, pace, queue)));
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
