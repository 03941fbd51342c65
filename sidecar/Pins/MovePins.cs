using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>POST /v1/pins/{id}/cancel</summary>
public sealed class CancelPin : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{id}/cancel", Handle).WithName(nameof(CancelPin))
        .RequireScope(Scope.Publish).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Take back a pin that has not gone out yet.</summary>
    internal static async Task<Pin> Handle(string id, Caller caller, PinStore pins, PinView view, PinChanges changes)
    {
        pins.Get(caller, id);
        var canceled = await pins.CancelAsync(id) ?? throw PinProblems.NotWaiting(pins.Get(caller, id), "canceled");
        changes.Raise(id);
        return view.Show(canceled);
    }
}

/// <summary>POST /v1/pins/{id}/retry</summary>
public sealed class RetryPin : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{id}/retry", Handle).WithName(nameof(RetryPin))
        .RequireScope(Scope.Publish).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Queue a failed pin again; one that may be on Pinterest already is refused.</summary>
    internal static async Task<Pin> Handle(string id, Caller caller, PinStore pins, PinView view, PinChanges changes, QueueChanges queue)
    {
        pins.Get(caller, id);
        var queued = await pins.RetryAsync(id) ?? throw PinProblems.NotFailed(pins.Get(caller, id));
        changes.Raise(id);
        queue.RaiseChanged(queued.AccountId);
        return view.Show(queued);
    }
}
