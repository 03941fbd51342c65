using Connector.Http;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>The next secret of a webhook.</summary>
public sealed record RotateSecretRequest
{
    /// <summary>whsec_ and base64 of 24 to 64 random bytes; one is made, and shown in this answer only, when left out.</summary>
    [Text(200)]
    public string? Secret { get; init; }
}

/// <summary>POST /v1/webhooks/{id}/rotate-secret</summary>
public sealed class RotateSecret : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{id}/rotate-secret", Handle).WithName(nameof(RotateSecret)).RequireScope(Scope.Publish).ProducesProblem(404);

    /// <summary>Replace a webhook's secret; for 24 hours deliveries are signed with the old one as well.</summary>
    internal static async Task<Webhook> Handle(string id, RotateSecretRequest? request, Caller caller, WebhookStore webhooks, WebhookSecrets secrets, TimeProvider clock)
    {
        var row = webhooks.Get(caller, id);
        WebhookFields.Secret(request?.Secret);
        var made = request?.Secret is null ? WebhookSecrets.New() : null;
        var now = clock.GetUtcNow();
        return Webhook.From(await webhooks.ChangeAsync(row, known => known.WithSecret(request?.Secret ?? made!, secrets, now)), made);
    }
}
