using Connector.Http;

namespace Connector.Webhooks.Registration;

/// <summary>Refusals about webhooks.</summary>
internal static class WebhookProblems
{
    public static ProblemException TooMany(int most) => new(new(
        409, "conflict", "There are too many webhooks.",
        $"Keys that see the same accounts as this one have {most} webhooks, which is as many as there may be.",
        "Delete webhooks that are no longer used, the disabled ones first: GET /v1/webhooks lists them."));

    public static ProblemException SameAddress(string other) => new(new(
        409, "conflict", "Another webhook has this address.",
        $"Webhook {other} of this workspace has the same url.",
        $"Change or delete webhook {other}, or give another url."));

    public static ProblemException Disabled(string id) =>
        Problems.StateConflict($"Webhook {id} is disabled.", "Enable it first: PATCH /v1/webhooks/{id} with {\"status\":\"active\"}.");
}
