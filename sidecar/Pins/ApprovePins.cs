using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>Pins to approve, and who approves them.</summary>
public sealed record ApprovePinsRequest
{
    /// <summary>1 to 100 ids.</summary>
    [Required, Items(1, 100)]
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The person who approves them; the name of the API key if left out.</summary>
    [Text(200, IsName = true)]
    public string? ApprovedBy { get; init; }
}

/// <summary>POST /v1/pins/approve</summary>
internal sealed class ApprovePins(PinApproval approval, PinView view) : Operation<ApprovePinsRequest, DecidedPins>
{
    public override void Configure()
    {
        Post("/approve");
        Group<PinRoutes>();
        Policies(Scope.Approve);
        Describe("Approve up to 100 pins in one commit; each has its own outcome, and one that cannot be approved stops no other.");
    }

    public override async Task<DecidedPins> ExecuteAsync(ApprovePinsRequest request, CancellationToken ct)
    {
        var decided = await approval.ApproveAsync(Caller, new PinDecision(request.Ids, request.ApprovedBy));
        return DecidedPins.Of(decided, view.ShowMany(), HttpContext);
    }
}
