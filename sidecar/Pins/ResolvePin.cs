using System.ComponentModel.DataAnnotations;
using Connector.Http;
using FastEndpoints;
using ValidationContext = System.ComponentModel.DataAnnotations.ValidationContext;

namespace Connector.Pins;

/// <summary>What a person or a workflow found out about an unconfirmed pin.</summary>
public sealed record ResolvePinRequest : IValidatableObject
{
    /// <summary>
    /// published (with pinterest_pin_id) or not_published (it is then queued again; canceled if its account was disconnected).
    /// </summary>
    [Required, AllowedValues("published", "not_published", ErrorMessage = "must be published or not_published.")]
    public string? As { get; init; }

    /// <summary>The pin's id on Pinterest: the digits in its address.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric pin id: the digits in https://www.pinterest.com/pin/123/.")]
    public string? PinterestPinId { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (As == "published" && PinterestPinId is null) yield return new("is needed when the pin is published.", [nameof(PinterestPinId)]);
        if (As == "not_published" && PinterestPinId is not null)
            yield return new("must be left out when the pin is not published.", [nameof(PinterestPinId)]);
    }
}

/// <summary>Which pin, and what was found out about it.</summary>
public sealed record ResolvePinCall : IdCall
{
    [FromBody, RequiredBody]
    public ResolvePinRequest Body { get; init; } = null!;
}

/// <summary>POST /v1/pins/{id}/resolve</summary>
internal sealed class ResolvePin(PinActions actions) : Operation<ResolvePinCall, Pin>
{
    public override void Configure()
    {
        Post("/{id}/resolve");
        Group<PinRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Say whether an unconfirmed pin is on Pinterest: it becomes published, or is queued again (canceled if its account was "
                + "disconnected).",
            404, 409);
    }

    public override Task<Pin> ExecuteAsync(ResolvePinCall call, CancellationToken ct) =>
        actions.ResolveAsync(Caller, call.Id, call.Body.PinterestPinId);
}
