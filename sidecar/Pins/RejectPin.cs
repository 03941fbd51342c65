using Connector.Http;
using Connector.Pins.View;
using FastEndpoints;

namespace Connector.Pins;

/// <summary>Who rejects a pin, why, and as it was when.</summary>
public sealed record RejectPinRequest
{
    /// <summary>Why, for whoever made the pin; it is shown in error_message.</summary>
    [Text(500)]
    public string? Reason { get; init; }

    /// <summary>The person who rejects it; the name of the API key if left out.</summary>
    [Text(200, IsName = true)]
    public string? RejectedBy { get; init; }

    /// <summary>The pin's updated_at when you looked at it: if it was changed since, it is not rejected (409).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>Which pin is rejected; the body may be left out.</summary>
public sealed record RejectPinCall : IdCall
{
    [FromBody, Validated]
    public RejectPinRequest? Body { get; init; }
}

/// <summary>POST /v1/pins/{id}/reject</summary>
internal sealed class RejectPin(PinApproval approval, PinView view) : Operation<RejectPinCall, Pin>
{
    public override void Configure()
    {
        Post("/{id}/reject");
        Group<PinRoutes>();
        Policies(Scope.Approve);
        Describe(
            "Reject a pin that waits for approval: it is canceled, with error_code rejected and the reason in error_message.", 404, 409);
    }

    public override async Task<Pin> ExecuteAsync(RejectPinCall call, CancellationToken ct)
    {
        var decision = new PinDecision([call.Id], call.Body?.RejectedBy) { UpdatedAt = call.Body?.UpdatedAt };
        return view.Show((await approval.RejectAsync(Caller, decision, call.Body?.Reason))[0].RowOrProblem());
    }
}
