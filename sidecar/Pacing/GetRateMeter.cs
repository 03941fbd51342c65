using Connector.Http;

namespace Connector.Pacing;

/// <summary>GET /v1/accounts/{id}/rate-meter</summary>
internal sealed class GetRateMeter(RateMeters meters) : Operation<IdCall, RateMeter>
{
    public override void Configure()
    {
        Get("/v1/accounts/{id}/rate-meter");
        Description(route => route.WithTags("Accounts"));
        Policies(Scope.Read);
        Describe("Show how fast an account may publish, what stops it, and when its queue will be empty.", 404);
    }

    public override Task<RateMeter> ExecuteAsync(IdCall call, CancellationToken ct) => Task.FromResult(meters.Get(Caller, call.Id));
}
