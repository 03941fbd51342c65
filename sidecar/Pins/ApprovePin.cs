using Connector.Http;
using Connector.Pins.View;
using FastEndpoints;

namespace Connector.Pins;

/// <summary>Who approves a pin, and as it was when.</summary>
public sealed record ApprovePinRequest
{
    /// <summary>The person who approves it; the name of the API key if left out.</summary>
    [Text(200, IsName = true)]
    public string? ApprovedBy { get; init; }

    /// <summary>The pin's updated_at when you looked at it: if it was changed since, it is not approved (409).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>Which pin is approved; the body may be left out.</summary>
public sealed record ApprovePinCall : IdCall
{
    [FromBody, Validated]
    public ApprovePinRequest? Body { get; init; }
}

/// <summary>POST /v1/pins/{id}/approve</summary>
internal sealed class ApprovePin(PinApproval approval, PinView view) : Operation<ApprovePinCall, Pin>
{
    public override void Configure()
    {
        Post("/{id}/approve");
        Group<PinRoutes>();
        Policies(Scope.Approve);
        Describe(
            "Approve a pin that waits for it: it joins the queue, or waits for its time (a time in the past means now).", 404, 409, 422);
    }

    public override async Task<Pin> ExecuteAsync(ApprovePinCall call, CancellationToken ct)
    {
        var decision = new PinDecision([call.Id], call.Body?.ApprovedBy) { UpdatedAt = call.Body?.UpdatedAt };
        return view.Show((await approval.ApproveAsync(Caller, decision))[0].RowOrProblem());
    }
}
