using Connector.Http;

namespace Connector.Catalogs.Items;

/// <summary>Refusals of jobs of items.</summary>
internal static class ItemProblems
{
    public static ProblemException KeyReused(string key, string jobId) => new(new(
        422, "idempotency_key_reused", "This idempotency key belongs to another request.",
        $"The key \"{Shown.Cut(key)}\" was used for {jobId} with other items or other fields.", "Use a new key for new items."));

    public static Problem NoProgress(int tries) => new(
        500, "items_without_progress", "The items cannot be sent.",
        $"Working them was begun {tries} times, and each time the sidecar ended before one more step was done.",
        "Look for the cause in the sidecar's log, then send them again.");

    public static Problem AccountGone(string id) => new(
        404, "account_not_found", "There is no such account.", $"The account {id} was disconnected before all items were sent.",
        "Connect the account, then send those of the items that were not sent.");

    public static Problem KeyRevoked(string keyId) => new(
        403, "key_revoked", "The items may not be sent.", $"The API key {keyId}, which sent them, was revoked.",
        "Send them again with another key.");

    public static Problem AllRefused() => new(
        422, "pinterest_refused", "Pinterest took none of the items.", "Pinterest refused every item.",
        "GET /v1/catalogs/items/{id}/results says why, item by item.");
}
