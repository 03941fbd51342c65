using Connector.Common;
using Connector.Http;
using Connector.Keys;
using Connector.Outgoing;
using Connector.Storage;
using Connector.Webhooks.Deliveries;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>What a caller can do with webhooks: the operations of the API and the pages for people do it through this.</summary>
internal sealed class WebhookActions(
    WebhookStore webhooks, DeliveryStore deliveries, DeliveryWorker worker, KeyStore keys, WebhookSecrets secrets,
    OutgoingAddress addresses, Database database, TimeProvider clock)
{
    private const string ByUser = "Disabled by the user; PATCH it with {\"status\":\"active\"} to go on.";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public IReadOnlyList<Webhook> List(Caller caller) => webhooks.List(caller).ConvertAll(Webhook.From);

    public Webhook Get(Caller caller, string id) => Webhook.From(webhooks.Get(caller, id));

    /// <summary>What was posted to a webhook and how it answered, newest first.</summary>
    public Page<Delivery> Deliveries(Caller caller, string id, string? status, int limit, string? cursor)
    {
        var webhook = webhooks.Get(caller, id);
        if (status is not (null or DeliveryRow.Pending or DeliveryRow.Delivered or DeliveryRow.Failed))
            throw Problems.Invalid("status", "must be pending, delivered or failed.");
        if (cursor?.StartsWith("dlv_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");

        var rows = deliveries.OfWebhook(caller, webhook, status, limit + 1, cursor);
        return Page<Delivery>.Of(rows, limit, each => each.Id, each => each);
    }

    /// <summary>Adds the webhook of an address, or changes the one that is there; a secret that is made is in the answer only.</summary>
    public async Task<(Webhook Webhook, bool IsNew)> RegisterAsync(Caller caller, RegisterWebhookRequest request)
    {
        var events = WebhookFields.Events(request.Events);
        var accounts = WebhookFields.AccountIds(request.AccountIds, caller, keys);
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
        return (isNew ? Webhook.From(row, made) : Webhook.From(row), isNew);

        WebhookRow Compose(WebhookRow? known, DateTimeOffset now)
        {
            if (known is not null) return request.Secret is null ? known : known.WithSecret(request.Secret, secrets, now);

            var id = Id.New("whk_", now);
            return new WebhookRow
            {
                Id = id,
                WorkspaceId = caller.WorkspaceId,
                Scope = caller.BoundTo,
                Url = request.Url,
                Secret = secrets.Seal(id, request.Secret ?? made!),
                CreatedAt = now,
            };
        }
    }

    /// <summary>Changes what the request names.</summary>
    public async Task<Webhook> UpdateAsync(Caller caller, string id, UpdateWebhookRequest request)
    {
        var row = webhooks.Get(caller, id);
        var events = WebhookFields.Events(request.Events);
        var accounts = request.AccountIds is null ? null : WebhookFields.AccountIds(request.AccountIds, caller, keys);
        if (request.Url is not null) addresses.EnsureAllowed(request.Url, "url");

        return Webhook.From(await webhooks.ChangeAsync(row, known => InStatus(known, request.Status) with
        {
            // Who says where it posts, or what about, has it from then on: its address is compared with those of the same keys.
            Scope = request is { Url: null, AccountIds: null } ? known.Scope : caller.BoundTo,
            Url = request.Url ?? known.Url,
            Events = request.Events is null ? known.Events : events,
            AccountIds = request.AccountIds is null ? known.AccountIds : accounts,
            Description = request.Description ?? known.Description,
        }));
    }

    public Task DeleteAsync(Caller caller, string id) => webhooks.DeleteAsync(webhooks.Get(caller, id));

    /// <summary>Replaces the secret; one that is made is in the answer only. For a day the old one signs as well.</summary>
    public async Task<Webhook> RotateAsync(Caller caller, string id, string? given)
    {
        var row = webhooks.Get(caller, id);
        WebhookFields.Secret(given);
        var made = given is null ? WebhookSecrets.New() : null;
        var now = clock.GetUtcNow();
        return Webhook.From(await webhooks.ChangeAsync(row, known => known.WithSecret(given ?? made!, secrets, now)), made);
    }

    /// <summary>Posts an event again.</summary>
    public async Task<Delivery?> RedeliverAsync(Caller caller, string id, string deliveryId)
    {
        var webhook = webhooks.Get(caller, id);
        if (webhook.Status == WebhookRow.Disabled) throw WebhookProblems.Disabled(id);
        if (!await deliveries.RedeliverAsync(caller, webhook, deliveryId)) throw Problems.NotFound("delivery", deliveryId);
        return deliveries.Find(deliveryId);
    }

    /// <summary>Sends a test and waits a while for what comes of its first try.</summary>
    public async Task<Delivery> TestAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var webhook = webhooks.Get(caller, id);
        if (webhook.Status == WebhookRow.Disabled) throw WebhookProblems.Disabled(id);

        var deliveryId = await WriteTestAsync(webhook);
        var attempted = worker.NextAttemptAsync(deliveryId);
        if (deliveries.Find(deliveryId) is not { Attempts.Count: > 0 })
            await attempted.WaitAsync(LongestWait, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return deliveries.Find(deliveryId) ?? throw Problems.NotFound("webhook", id);
    }

    private Task<string> WriteTestAsync(WebhookRow webhook)
    {
        var now = clock.GetUtcNow();
        var test = new NewEvent(webhook.WorkspaceId, null, null, EventTypes.WebhookTest, new { webhook = WebhookNotice.Of(webhook) });
        return database.WriteAsync(sql => Outbox.Deliver(sql, Outbox.Write(sql, test, now), webhook.Id, null));
    }

    private static WebhookRow InStatus(WebhookRow known, string? status) => status switch
    {
        WebhookRow.Active => known.Enabled(),
        WebhookRow.Disabled => known with { Status = WebhookRow.Disabled, DisabledReason = ByUser },
        _ => known,
    };
}
