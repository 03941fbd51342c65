using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>What a person or a workflow found out about an unconfirmed pin.</summary>
public sealed record ResolvePinRequest : IValidatableObject
{
    /// <summary>published (with pinterest_pin_id) or not_published (it is then queued again).</summary>
    [Required, AllowedValues("published", "not_published", ErrorMessage = "must be published or not_published.")]
    public string? As { get; init; }

    /// <summary>The pin's id on Pinterest: the digits in its address.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric pin id: the digits in https://www.pinterest.com/pin/123/.")]
    public string? PinterestPinId { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (As == "published" && PinterestPinId is null) yield return new("is needed when the pin is published.", [nameof(PinterestPinId)]);
        if (As == "not_published" && PinterestPinId is not null) yield return new("must be left out when the pin is not published.", [nameof(PinterestPinId)]);
    }
}

/// <summary>POST /v1/pins/{id}/resolve</summary>
public sealed class ResolvePin : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{id}/resolve", Handle).WithName(nameof(ResolvePin))
        .RequireScope(Scope.Publish).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Say whether an unconfirmed pin is on Pinterest: it becomes published, or is queued again.</summary>
    internal static async Task<Pin> Handle(string id, ResolvePinRequest request, Caller caller, PinStore pins, PinView view, PinChanges changes, QueueChanges queue)
    {
        var pin = pins.Get(caller, id);
        var resolved = await pins.ResolveAsync(pin, request.PinterestPinId) ?? throw PinProblems.NotUnconfirmed(pins.Get(caller, id));
        changes.Raise(id);
        queue.RaiseChanged(resolved.AccountId);
        return view.Show(resolved);
    }
}
