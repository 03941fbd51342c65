using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Webhooks.Registration;
using FromBodyAttribute = FastEndpoints.FromBodyAttribute;

namespace Connector.Webhooks;

/// <summary>What changes about a webhook: a field left out stays; an empty list means all.</summary>
public sealed record UpdateWebhookRequest : IValidatableObject
{
    /// <summary>Another address.</summary>
    [Text(2048, MinimumLength = 1)]
    public string? Url { get; init; }

    /// <summary>Which events; an empty list for all.</summary>
    [Items(0, 20)]
    [OneOf(typeof(EventTypes), Name = "EventType")]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Of which accounts; an empty list for all that the key may see.</summary>
    [Items(0, 100)]
    public IReadOnlyList<string>? AccountIds { get; init; }

    /// <summary>For people; "" takes it away.</summary>
    [Text(200), KeepsEmpty]
    public string? Description { get; init; }

    /// <summary>active, or disabled: nothing is posted, and what is on its way is given up.</summary>
    [AllowedValues("active", "disabled", null, ErrorMessage = "must be active or disabled.")]
    [OneOf("WebhookStatus", WebhookRow.Active, WebhookRow.Disabled)]
    public string? Status { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is null && Events is null && AccountIds is null && Description is null && Status is null)
            yield return new("names nothing to change.", ["request"]);
    }
}

/// <summary>A change of one webhook.</summary>
public sealed record UpdateWebhookCall : IdCall
{
    [FromBody, RequiredBody]
    public UpdateWebhookRequest Body { get; init; } = null!;
}

/// <summary>PATCH /v1/webhooks/{id}</summary>
internal sealed class UpdateWebhook(WebhookActions actions) : Operation<UpdateWebhookCall, Webhook>
{
    public override void Configure()
    {
        Patch("/{id}");
        Group<WebhookRoutes>();
        Policies(Scope.Publish);
        Describe("Change, disable or enable a webhook.", 404, 409, 422);
    }

    public override Task<Webhook> ExecuteAsync(UpdateWebhookCall call, CancellationToken ct) =>
        actions.UpdateAsync(Caller, call.Id, call.Body);
}
