using System.ComponentModel.DataAnnotations;
using Connector.Common;
using Connector.Http;
using Connector.Keys;
using Connector.Outgoing;
using Connector.Webhooks.Registration;
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
internal sealed class RegisterWebhook(WebhookStore webhooks, KeyStore keys, WebhookSecrets secrets, OutgoingAddress addresses)
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
        var events = WebhookFields.Events(request.Events);
        var accounts = WebhookFields.AccountIds(request.AccountIds, Caller, keys);
        WebhookFields.Secret(request.Secret);
        addresses.EnsureAllowed(request.Url, "url");

        var made = request.Secret is null ? WebhookSecrets.New() : null;
        var (row, isNew) = await webhooks.PutAsync(Caller, request.Url, (known, now) => Compose(request, made, known, now).Enabled() with
        {
            Description = request.Description,
            Events = events,
            AccountIds = accounts,
            UpdatedAt = now,
        });
        return isNew ? TypedResults.Created($"/v1/webhooks/{row.Id}", Webhook.From(row, made)) : TypedResults.Ok(Webhook.From(row));
    }

    private WebhookRow Compose(RegisterWebhookRequest request, string? made, WebhookRow? known, DateTimeOffset now)
    {
        if (known is not null) return request.Secret is null ? known : known.WithSecret(request.Secret, secrets, now);

        var id = Id.New("whk_", now);
        return new WebhookRow
        {
            Id = id,
            WorkspaceId = Caller.WorkspaceId,
            Scope = Caller.BoundTo,
            Url = request.Url,
            Secret = secrets.Seal(id, request.Secret ?? made!),
            CreatedAt = now,
        };
    }
}
