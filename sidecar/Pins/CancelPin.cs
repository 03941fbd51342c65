using Connector.Http;

namespace Connector.Pins;

/// <summary>POST /v1/pins/{id}/cancel</summary>
internal sealed class CancelPin(PinActions actions) : Operation<IdCall, Pin>
{
    public override void Configure()
    {
        Post("/{id}/cancel");
        Group<PinRoutes>();
        Policies(Scope.Publish);
        Describe("Cancel a pin that is not published yet.", 404, 409);
    }

    public override Task<Pin> ExecuteAsync(IdCall call, CancellationToken ct) => actions.CancelAsync(Caller, call.Id);
}
