using Connector.Http;

namespace Connector.Pins;

/// <summary>POST /v1/pins/{id}/retry</summary>
internal sealed class RetryPin(PinActions actions) : Operation<IdCall, Pin>
{
    public override void Configure()
    {
        Post("/{id}/retry");
        Group<PinRoutes>();
        Policies(Scope.Publish);
        Describe("Queue a failed pin again; one that may be on Pinterest already is refused.", 404, 409);
    }

    public override Task<Pin> ExecuteAsync(IdCall call, CancellationToken ct) => actions.RetryAsync(Caller, call.Id);
}
