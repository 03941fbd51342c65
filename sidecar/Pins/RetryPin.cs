using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>POST /v1/pins/{id}/retry</summary>
internal sealed class RetryPin(PinStore pins, PinView view, PinChanges changes, QueueChanges queue) : Operation<IdCall, Pin>
{
    public override void Configure()
    {
        Post("/{id}/retry");
        Group<PinRoutes>();
        Policies(Scope.Publish);
        Describe("Queue a failed pin again; one that may be on Pinterest already is refused.", 404, 409);
    }

    public override async Task<Pin> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        pins.Get(Caller, call.Id);
        var queued = await pins.RetryAsync(call.Id) ?? throw PinProblems.NotFailed(pins.Get(Caller, call.Id));
        changes.Raise(call.Id);
        queue.RaiseChanged(queued.AccountId);
        return view.Show(queued);
    }
}
