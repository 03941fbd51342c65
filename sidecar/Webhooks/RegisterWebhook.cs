using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Webhooks;

/// <summary>An address that events are posted to.</summary>
public sealed record RegisterWebhookRequest
{
    /// <summary>
    /// Where events are posted to: https, and public unless Connector:Network:AllowPrivateAddresses opens more. Keys that see the same
    /// accounts share one webhook per address.
    /// </summary>
    [Required, Text(2048)]
    public string Url { get; init; } = "";

    /// <summary>Which events; all when left out.</summary>
    [Items(0, 20)]
    [OneOf(typeof(EventTypes), Name = "EventType")]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Of which accounts; all when left out.</summary>
    [Items(0, 100), KeepsEmpty]
    public IReadOnlyList<string>? AccountIds { get; init; }

    /// <summary>
    /// Signs deliveries: whsec_ and base64 of 24 to 64 random bytes. One is made, and shown in this answer only, when a new webhook comes
    /// without.
    /// </summary>
    [Text(200)]
    public string? Secret { get; init; }

    /// <summary>For people: who listens there.</summary>
    [Text(200)]
    public string? Description { get; init; }
}

/// <summary>POST /v1/webhooks</summary>
internal sealed class RegisterWebhook(WebhookActions actions)
    : Operation<RegisterWebhookRequest, Results<Created<Webhook>, Ok<Webhook>>>
{
    public override void Configure()
    {
        Post("/");
        Group<WebhookRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Have events posted to an address. The same address again, with a key that sees the same accounts, changes its webhook, and "
            + "enables it if it was disabled.",
            404, 409, 422);
    }

    public override async Task<Results<Created<Webhook>, Ok<Webhook>>> ExecuteAsync(RegisterWebhookRequest request, CancellationToken ct)
    {
        var (webhook, isNew) = await actions.RegisterAsync(Caller, request);
        return isNew ? TypedResults.Created($"/v1/webhooks/{webhook.Id}", webhook) : TypedResults.Ok(webhook);
    }
}
