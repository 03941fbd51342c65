using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>POST /v1/pins/{id}/cancel</summary>
internal sealed class CancelPin(PinStore pins, PinView view, PinChanges changes) : Operation<IdCall, Pin>
{
    public override void Configure()
    {
        Post("/{id}/cancel");
        Group<PinRoutes>();
        Policies(Scope.Publish);
        Describe("Cancel a pin that is not published yet.", 404, 409);
    }

    public override async Task<Pin> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        pins.Get(Caller, call.Id);
        var canceled = await pins.CancelAsync(call.Id) ?? throw PinProblems.NotWaiting(pins.Get(Caller, call.Id), "canceled");
        changes.Raise(call.Id);
        return view.Show(canceled);
    }
}
