using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Keys;
using Connector.Outgoing;
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
    [FromBody, Required(ErrorMessage = "is missing; this operation takes a JSON object.")]
    public UpdateWebhookRequest Body { get; init; } = null!;
}

/// <summary>PATCH /v1/webhooks/{id}</summary>
internal sealed class UpdateWebhook(WebhookStore webhooks, KeyStore keys, OutgoingAddress addresses) : Operation<UpdateWebhookCall, Webhook>
{
    private const string ByUser = "Disabled by the user; PATCH it with {\"status\":\"active\"} to go on.";

    public override void Configure()
    {
        Patch("/{id}");
        Group<WebhookRoutes>();
        Policies(Scope.Publish);
        Describe("Change, disable or enable a webhook.", 404, 409, 422);
    }

    public override async Task<Webhook> ExecuteAsync(UpdateWebhookCall call, CancellationToken ct)
    {
        var (row, request) = (webhooks.Get(Caller, call.Id), call.Body);
        var events = WebhookFields.Events(request.Events);
        var accounts = request.AccountIds is null ? null : WebhookFields.AccountIds(request.AccountIds, Caller, keys);
        if (request.Url is not null) addresses.EnsureAllowed(request.Url, "url");

        return Webhook.From(await webhooks.ChangeAsync(row, known => InStatus(known, request.Status) with
        {
            // Who says where it posts, or what about, has it from then on: its address is compared with those of the same keys.
            Scope = request is { Url: null, AccountIds: null } ? known.Scope : Caller.BoundTo,
            Url = request.Url ?? known.Url,
            Events = request.Events is null ? known.Events : events,
            AccountIds = request.AccountIds is null ? known.AccountIds : accounts,
            Description = request.Description ?? known.Description,
        }));
    }

    private static WebhookRow InStatus(WebhookRow known, string? status) => status switch
    {
        WebhookRow.Active => known.Enabled(),
        WebhookRow.Disabled => known with { Status = WebhookRow.Disabled, DisabledReason = ByUser },
        _ => known,
    };
}
