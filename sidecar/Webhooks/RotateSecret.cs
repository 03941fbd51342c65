using Connector.Http;
using FastEndpoints;

namespace Connector.Webhooks;

/// <summary>The next secret of a webhook.</summary>
public sealed record RotateSecretRequest
{
    /// <summary>whsec_ and base64 of 24 to 64 random bytes; one is made, and shown in this answer only, when left out.</summary>
    [Text(200)]
    public string? Secret { get; init; }
}

/// <summary>A rotation, whose body may be left out.</summary>
public sealed record RotateSecretCall : IdCall
{
    [FromBody, Validated]
    public RotateSecretRequest? Body { get; init; }
}

/// <summary>POST /v1/webhooks/{id}/rotate-secret</summary>
internal sealed class RotateSecret(WebhookActions actions) : Operation<RotateSecretCall, Webhook>
{
    public override void Configure()
    {
        Post("/{id}/rotate-secret");
        Group<WebhookRoutes>();
        Policies(Scope.Publish);
        Describe("Replace a webhook's secret; for 24 hours deliveries are signed with the old one as well.", 404);
    }

    public override Task<Webhook> ExecuteAsync(RotateSecretCall call, CancellationToken ct) =>
        actions.RotateAsync(Caller, call.Id, call.Body?.Secret);
}
