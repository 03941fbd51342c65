using Connector.Api;
using Microsoft.Extensions.Options;

namespace Connector.Pacing;

/// <summary>GET /v1/accounts/{id}/rate-meter</summary>
public sealed class GetRateMeter : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{id}/rate-meter", Handle).WithName(nameof(GetRateMeter)).RequireScope(Scope.Read).ProducesProblem(404);

    /// <summary>Show how fast an account may publish, what stops it, and when its queue will be empty.</summary>
    internal static RateMeter Handle(string id, Caller caller, PaceStore store, PaceLedger ledger, IOptions<PacingOptions> options, TimeProvider clock)
    {
        var account = store.FindAccount(caller.WorkspaceId, id) is { } found && caller.MaySee(id) ? found : throw Problems.AccountNotFound(id);
        var queue = store.CountQueue(id);
        var now = clock.GetUtcNow();
        return ledger.With(id, pace => Read(id, options.Value.Tier, account, queue, pace, now));
    }

    private static RateMeter Read(string id, string tier, PacedAccount account, QueueCount queue, AccountPace pace, DateTimeOffset now)
    {
        var decision = pace.Decide(PublishedLimits.OrgWrite, now);
        var isHeld = account.Status != "active";
        var waiting = queue.Queued + queue.Scheduled;
        var lastDue = queue.LastDueAt ?? now;
        var paced = pace.Forecast(PublishedLimits.OrgWrite, Math.Max(1, waiting), now);
        return new RateMeter
        {
            AccountId = id,
            Tier = tier,
            CanPublishNow = !isHeld && decision.IsNow,
            NextPublishAt = isHeld ? null : decision.NotBefore,
            BlockedBy = isHeld ? new PaceBlock("account_hold", null, account.HeldReason!)
                : decision.IsNow ? null : new PaceBlock("pace", decision.Rule, decision.Message!),
            Windows = [.. pace.Windows.Select(w => Show(w, pace, now))],
            Queue = new QueueState(
                queue.Queued, queue.Scheduled, queue.Publishing, queue.Unconfirmed,
                isHeld || waiting == 0 ? null : paced > lastDue ? paced : lastDue),
        };
    }

    private static RateWindow Show(CallWindow window, AccountPace pace, DateTimeOffset now)
    {
        var learned = window.Limit.Category is { } category ? pace.Learned(category).Tightest(now) : null;
        var own = window.Remaining(now);
        var isTighter = learned is not null && learned.Remaining < own;
        return new RateWindow(
            window.Limit.Rule,
            window.Limit.Scope,
            window.Allowed(now),
            isTighter ? learned!.Remaining : own,
            (long)window.Limit.Window.TotalSeconds,
            isTighter ? learned!.ResetsAt : window.ResetsAt(now),
            isTighter || window.IsLowered(now) ? "header" : window.Limit.Source);
    }
}
