using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Intake;
using Connector.Pins.Plans;
using Connector.Pins.View;
using ProblemDetails = Microsoft.AspNetCore.Mvc.ProblemDetails;

namespace Connector.Pins;

/// <summary>Many pins at once.</summary>
public sealed record CreatePinsRequest
{
    /// <summary>1 to 100 pins, each as in POST /v1/pins; give each its own idempotency_key.</summary>
    [Required, Items(1, 100)]
    public IReadOnlyList<ParsedPin> Pins { get; init; } = [];

    /// <summary>
    /// Spreads pins with the same account, event_date and lead_days over what is left of their season, in the order given, instead of
    /// publishing all of them as it begins: each without a publish_at gets one, which its answer shows. False if left out.
    /// </summary>
    public bool? Spread { get; init; }
}

/// <summary>How many pins were accepted, were there already, and were refused; items are in the order of the request.</summary>
public sealed record CreatedPins(int Created, int Existing, int Failed, IReadOnlyList<CreatedPin> Items);

/// <summary>
/// What became of one of them: created, existing (its idempotency key was used before for the same pin) or failed, with the problem POST
/// /v1/pins would have answered.
/// </summary>
public sealed record CreatedPin(
    int Index,
    [property: OneOf("CreatedStatus", "created", "existing", "failed")] string Status,
    Pin? Pin,
    ProblemDetails? Problem);

/// <summary>POST /v1/pins/batch</summary>
internal sealed class CreatePins(PinIntake intake, PinSpread spread, PinView view) : Operation<CreatePinsRequest, CreatedPins>
{
    public override void Configure()
    {
        Post("/batch");
        Group<PinRoutes>();
        Policies(Scope.Publish);
        MaxRequestBodySize(RequestSizes.MaxBatchBytes);
        Describe(
            "Publish up to 100 pins: all that are right are stored in one commit before the answer, and one that is wrong stops no other.",
            413, 503);
    }

    public override async Task<CreatedPins> ExecuteAsync(CreatePinsRequest request, CancellationToken ct)
    {
        if (IdempotencyHeader.Read(HttpContext.Request, null) is not null)
            throw Problems.Invalid("Idempotency-Key", "is for one pin; give each pin of a batch its own idempotency_key.");

        List<ParsedPin> pins = [.. request.Pins.Select(RequestCheck.Checked)];
        if (request.Spread is true) pins = spread.Of(Caller, pins);
        var accepted = await Caller.Lifetime.RunAsync(end => intake.AcceptAsync(Caller, pins, end), ct);
        var (show, showAccepted) = (view.ShowMany(), view.ShowManyAccepted());
        var items = accepted.Select((pin, index) => Item(index, pin, show, showAccepted)).ToList();
        return new CreatedPins(Count("created"), Count("existing"), Count("failed"), items);

        int Count(string status) => items.Count(item => item.Status == status);
    }

    private CreatedPin Item(int index, AcceptedPin pin, Func<PinRow, Pin> show, Func<PinRow, AccountRow, Pin> showAccepted) => pin switch
    {
        { Problem: { } problem } => new(index, "failed", null, ProblemJson.Details(problem, HttpContext)),
        { Account: null } => new(index, "existing", show(pin.Row!), null),
        { Account: { } account } => new(index, "created", pin.With(showAccepted(pin.Row!, account)), null),
    };
}
