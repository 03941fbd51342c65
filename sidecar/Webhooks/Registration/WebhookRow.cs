using Connector.Http;

namespace Connector.Webhooks.Registration;

/// <summary>A webhook as events show it: without its url, which often holds a secret of the receiver.</summary>
internal sealed record WebhookNotice(string Id, string? Description, string Status, string? DisabledReason)
{
    public static WebhookNotice Of(WebhookRow row) => new(row.Id, row.Description, row.Status, row.DisabledReason);
}

/// <summary>A row of <c>webhooks</c>; its secrets are sealed.</summary>
internal sealed record WebhookRow
{
    public const string Active = "active", Disabled = "disabled";

    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";

    /// <summary>The accounts that the keys see which have it: for them its address is unique. Null for the whole workspace.</summary>
    public string? Scope { get; init; }

    public string Url { get; init; } = "";
    public string? Description { get; init; }
    public string? Events { get; init; }
    public string? AccountIds { get; init; }
    public string Secret { get; init; } = "";
    public string? PreviousSecret { get; init; }
    public DateTimeOffset? PreviousSecretUntil { get; init; }
    public string Status { get; init; } = Active;
    public string? DisabledReason { get; init; }
    public DateTimeOffset? FailingSince { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// The one rule of who sees a webhook, and with it its address, its deliveries and its answers: who sees every account it hears of.
    /// </summary>
    public bool IsSeenBy(Caller caller) => WorkspaceId == caller.WorkspaceId && caller.SeesAll(AccountIds);

    /// <summary>With another secret; for a day the previous one signs too.</summary>
    public WebhookRow WithSecret(string secret, WebhookSecrets secrets, DateTimeOffset now) =>
        secrets.Open(Id, Secret) == secret
            ? this
            : this with { Secret = secrets.Seal(Id, secret), PreviousSecret = Secret, PreviousSecretUntil = now + Overlap };

    /// <summary>Enabled again, with its failures forgotten.</summary>
    public WebhookRow Enabled() => Status == Active ? this : this with { Status = Active, DisabledReason = null, FailingSince = null };

    public override string ToString() => Id;
}
