using Connector.Http;
using Connector.Pacing.Cadence;
using Microsoft.Extensions.Options;

namespace Connector.Pacing;

/// <summary>GET /v1/accounts/{id}/rate-meter</summary>
public sealed class GetRateMeter : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{id}/rate-meter", Handle).WithName(nameof(GetRateMeter)).RequireScope(Scope.Read).ProducesProblem(404);

    /// <summary>Show how fast an account may publish, what stops it, and when its queue will be empty.</summary>
    internal static RateMeter Handle(string id, Caller caller, PaceStore store, PaceLedger ledger, ForecastCache outlooks, IOptions<PacingOptions> options, TimeProvider clock)
    {
        var account = store.FindAccount(caller.WorkspaceId, id) is { } found && caller.MaySee(id) ? found : throw Problems.AccountNotFound(id);
        var isHeld = account.Status != "active";
        var drainedAt = isHeld ? null : outlooks.Of(id).DrainedAt;
        var queue = store.CountQueue(id);
        var now = clock.GetUtcNow();
        return ledger.With(id, pace =>
        {
            var decision = pace.DecideAny(now);
            return new RateMeter
            {
                AccountId = id,
                Tier = options.Value.Tier,
                CanPublishNow = !isHeld && decision.IsNow,
                NextPublishAt = isHeld ? null : decision.NotBefore,
                BlockedBy = isHeld ? new PaceBlock("account_hold", null, account.HeldReason!)
                    : decision.IsNow ? null : new PaceBlock("pace", decision.Rule, decision.Message!),
                Windows = [.. pace.Windows.Select(w => RateWindow.Of(w, pace, now)), .. pace.Cadence.Rules.OfType<PinsPerDay>().Select(rule => RateWindow.Of(rule, pace, now))],
                Queue = new QueueState(queue.Queued, queue.Scheduled, queue.Publishing, queue.Unconfirmed, drainedAt),
            };
        });
    }
}
