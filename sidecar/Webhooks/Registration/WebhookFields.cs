using Connector.Http;
using Connector.Keys;

namespace Connector.Webhooks.Registration;

/// <summary>Checks the fields that callers give for a webhook.</summary>
internal static class WebhookFields
{
    /// <summary>The events as they are stored; null for all.</summary>
    public static string? Events(IReadOnlyList<string>? events)
    {
        EventTypes.EnsureKnown(events ?? [], "events");
        return events is { Count: > 0 } ? string.Join(' ', events.Distinct()) : null;
    }

    /// <summary>The accounts as they are stored: those of a limited key, when none are named; null for all.</summary>
    public static string? AccountIds(IReadOnlyList<string>? accountIds, Caller caller, KeyStore keys)
    {
        if (accountIds is not { Count: > 0 }) return caller.BoundTo;
        if (keys.UnknownAccounts(caller, accountIds) is [var unknown, ..]) throw Problems.AccountNotFound(unknown);
        return string.Join(' ', accountIds.Distinct());
    }

    public static void Secret(string? secret)
    {
        if (secret is not null && SigningSecret.Bytes(secret) is null)
            throw Problems.Invalid("secret", "must be whsec_ followed by base64 of 24 to 64 random bytes; leave it out and one is made.");
    }
}
