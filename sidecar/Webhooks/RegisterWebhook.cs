using System.ComponentModel.DataAnnotations;
using Connector.Common;
using Connector.Http;
using Connector.Http.OpenApi;
using Connector.Outgoing;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>An address that shall hear of events.</summary>
public sealed record RegisterWebhookRequest
{
    /// <summary>Where events are posted to: https, and public unless Connector:Network:AllowPrivateAddresses opens more. One webhook per address.</summary>
    [Required, Text(2048)]
    public string Url { get; init; } = "";

    /// <summary>Which events; all when left out.</summary>
    [MaxLength(20)]
    [OneOf(typeof(EventTypes), Name = "EventType")]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Of which accounts; all when left out.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? AccountIds { get; init; }

    /// <summary>Signs deliveries: whsec_ and base64 of 24 to 64 random bytes. One is made, and shown in this answer only, when a new webhook comes without.</summary>
    [Text(200)]
    public string? Secret { get; init; }

    /// <summary>For people: who listens there.</summary>
    [Text(200)]
    public string? Description { get; init; }
}

/// <summary>POST /v1/webhooks</summary>
public sealed class RegisterWebhook : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/", Handle).WithName(nameof(RegisterWebhook)).RequireScope(Scope.Publish)
        .Produces<Webhook>(201).Produces<Webhook>(200).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    /// <summary>Have events posted to an address. The same address again changes its webhook, and enables it if it was disabled.</summary>
    internal static async Task<IResult> Handle(RegisterWebhookRequest request, Caller caller, WebhookStore webhooks, WebhookSecrets secrets, OutgoingAddress addresses)
    {
        var events = WebhookFields.Events(request.Events);
        var accounts = WebhookFields.AccountIds(request.AccountIds, caller, webhooks);
        WebhookFields.Secret(request.Secret);
        addresses.EnsureAllowed(request.Url, "url");

        var made = request.Secret is null ? WebhookSecrets.New() : null;
        var (row, isNew) = await webhooks.PutAsync(caller, request.Url, (known, now) => Compose(known, now).Enabled() with
        {
            Description = request.Description,
            Events = events,
            AccountIds = accounts,
            UpdatedAt = now,
        });
        return isNew ? TypedResults.Created($"/v1/webhooks/{row.Id}", Webhook.From(row, made)) : TypedResults.Ok(Webhook.From(row));

        WebhookRow Compose(WebhookRow? known, DateTimeOffset now)
        {
            if (known is not null) return request.Secret is null ? known : known.WithSecret(request.Secret, secrets, now);
            var id = Id.New("whk_", now);
            return new WebhookRow { Id = id, WorkspaceId = caller.WorkspaceId, Url = request.Url, Secret = secrets.Seal(id, request.Secret ?? made!), CreatedAt = now };
        }
    }
}
