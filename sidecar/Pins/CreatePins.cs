using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Http.OpenApi;
using Connector.Pins.Checks;
using Connector.Pins.Intake;
using Connector.Pins.Lifecycle;
using Connector.Pins.View;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Pins;

/// <summary>Many pins at once.</summary>
public sealed record CreatePinsRequest
{
    /// <summary>1 to 100 pins, each as in POST /v1/pins; give each its own idempotency_key.</summary>
    [Required, MinLength(1), MaxLength(100)]
    public IReadOnlyList<PinInBatch> Pins { get; init; } = [];
}

/// <summary>How many pins were accepted, were there already, and were refused; items are in the order of the request.</summary>
public sealed record CreatedPins(int Created, int Existing, int Failed, IReadOnlyList<CreatedPin> Items);

/// <summary>What became of one of them: created, existing (its idempotency key was used before for the same pin) or failed, with the problem POST /v1/pins would have answered.</summary>
public sealed record CreatedPin(
    int Index,
    [property: OneOf("CreatedStatus", "created", "existing", "failed")] string Status,
    Pin? Pin,
    ProblemDetails? Problem);

/// <summary>POST /v1/pins/batch</summary>
public sealed class CreatePins : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/batch", Handle).WithName(nameof(CreatePins)).RequireScope(Scope.Publish)
        .WithMetadata(new RequestSizeLimitAttribute(PinRules.MaxBatchBytes)).ProducesProblem(413).ProducesProblem(503);

    /// <summary>Publish up to 100 pins: all that are right are stored in one commit before the answer, and one that is wrong stops no other.</summary>
    internal static async Task<CreatedPins> Handle(
        CreatePinsRequest request, Caller caller, PinIntake intake, PinView view, HttpContext http, CancellationToken cancellation)
    {
        if (IdempotencyKeys.Read(http.Request, null) is not null)
            throw Problems.Invalid("Idempotency-Key", "is for one pin; give each pin of a batch its own idempotency_key.");

        var accepted = await intake.AcceptAsync(caller, [.. request.Pins.Select(pin => pin.Request is { } given ? pin with { Problem = RequestCheck.Of(given) } : pin)], cancellation);
        var show = view.ShowMany();
        var items = accepted.Select((pin, index) => new CreatedPin(
            index, pin.Row is null ? "failed" : pin.Account is null ? "existing" : "created", pin.Row is null ? null : show(pin.Row) with { Warnings = pin.Account is null ? null : pin.Warnings },
            pin.Problem is null ? null : ProblemJson.Details(pin.Problem, http))).ToList();
        return new CreatedPins(Count("created"), Count("existing"), Count("failed"), items);

        int Count(string status) => items.Count(item => item.Status == status);
    }
}
