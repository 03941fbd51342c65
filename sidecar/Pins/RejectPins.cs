using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>Pins to reject, why, and who rejects them.</summary>
public sealed record RejectPinsRequest
{
    /// <summary>1 to 100 ids.</summary>
    [Required, Items(1, 100)]
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Why, for whoever made the pins; it is shown in error_message of each.</summary>
    [Text(500)]
    public string? Reason { get; init; }

    /// <summary>The person who rejects them; the name of the API key if left out.</summary>
    [Text(200, IsName = true)]
    public string? RejectedBy { get; init; }
}

/// <summary>POST /v1/pins/reject</summary>
internal sealed class RejectPins(PinApproval approval, PinView view) : Operation<RejectPinsRequest, DecidedPins>
{
    public override void Configure()
    {
        Post("/reject");
        Group<PinRoutes>();
        Policies(Scope.Approve);
        Describe("Reject up to 100 pins in one commit; each has its own outcome, and one that cannot be rejected stops no other.");
    }

    public override async Task<DecidedPins> ExecuteAsync(RejectPinsRequest request, CancellationToken ct)
    {
        var decided = await approval.RejectAsync(Caller, new PinDecision(request.Ids, request.RejectedBy), request.Reason);
        return DecidedPins.Of(decided, view.ShowMany(), HttpContext);
    }
}
